import { Directive, Field, ID, ObjectType } from "type-graphql";

/** Owned by households; here it gains the loans signed for. */
@ObjectType("Person")
@Directive('@key(fields: "id")')
export class Person {
  @Field(() => ID)
  id!: string;
}
