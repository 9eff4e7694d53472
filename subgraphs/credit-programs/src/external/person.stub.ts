import { Directive, Field, ID, ObjectType } from "type-graphql";

/** The households department owns it. This department adds the loans that the person signed for. */
@ObjectType("Person")
@Directive('@key(fields: "id")')
export class Person {
  @Field(() => ID)
  id!: string;
}
