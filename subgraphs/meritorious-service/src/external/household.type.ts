import { Directive, Field, ID, ObjectType } from "type-graphql";
import { Person } from "./person.type.js";

@ObjectType("Household", { description: "A household of the households department." })
@Directive('@key(fields: "id")')
export class Household {
  @Field(() => ID, { description: "Opaque and stable." })
  id!: string;

  /** There only where a field requires it: the gateway sends it along. */
  @Field(() => [Person], { description: "The members; the head comes first." })
  @Directive("@external")
  members?: Person[];
}
