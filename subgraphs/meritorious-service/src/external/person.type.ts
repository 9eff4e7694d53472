import { Directive, Field, ID, ObjectType } from "type-graphql";

/** Owned by households, which describes it; here it gains its meritorious records and what they bring. */
@ObjectType("Person")
@Directive('@key(fields: "id")')
export class Person {
  @Field(() => ID)
  id!: string;

  /** There only where a field requires it: the gateway sends it along. */
  @Field(() => [ID])
  @Directive("@external")
  parentIds?: string[];
}
