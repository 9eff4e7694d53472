import { Directive, Field, ID, ObjectType } from "type-graphql";

/** Owned by households; here it gains its applications for social housing. */
@ObjectType("Person")
@Directive('@key(fields: "id")')
export class Person {
  @Field(() => ID)
  id!: string;
}
