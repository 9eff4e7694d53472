import { Directive, Field, ID, ObjectType } from "type-graphql";

/** Owned by households, which describes it; here it gains its meritorious records and allowances. */
@ObjectType("Person")
@Directive('@key(fields: "id")')
export class Person {
  @Field(() => ID)
  id!: string;
}
