import { Directive, Field, ID, ObjectType } from "type-graphql";

@ObjectType("Person", { description: "A person of the households department." })
@Directive('@key(fields: "id")')
export class Person {
  @Field(() => ID, { description: "Opaque and stable." })
  id!: string;
}
