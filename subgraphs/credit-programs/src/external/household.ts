import { Directive, Field, ID, ObjectType } from "type-graphql";

/** Owned by households; here it gains its loans. */
@ObjectType("Household")
@Directive('@key(fields: "id")')
export class Household {
  @Field(() => ID)
  id!: string;
}
