import { Directive, Field, ID, ObjectType } from "type-graphql";

/** Owned by households. This department adds the person's records and allowances. */
@ObjectType("Person")
@Directive('@key(fields: "id")')
export class Person {
  @Field(() => ID)
  id!: string;

  /** The gateway sends it only with fields that require it. */
  @Field(() => [ID])
  @Directive("@external")
  parentIds?: string[] | null;
}
