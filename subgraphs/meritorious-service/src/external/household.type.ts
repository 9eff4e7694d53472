import { Directive, Field, ID, ObjectType } from "type-graphql";
import { Person } from "./person.type.js";

/** Owned by households, which describes it; here it gains its members' records and its housing grants. */
@ObjectType("Household")
@Directive('@key(fields: "id")')
export class Household {
  @Field(() => ID)
  id!: string;

  /** There only where a field requires it: the gateway sends it along. */
  @Field(() => [Person])
  @Directive("@external")
  members?: Person[];
}
