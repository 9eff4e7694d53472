import { Directive, Field, ID, ObjectType } from "type-graphql";
import { Person } from "./person.stub.js";

/** Households owns households. This department adds the records of their members and their housing grants. */
@ObjectType("Household")
@Directive('@key(fields: "id")')
export class Household {
  @Field(() => ID)
  id!: string;

  /** The gateway sends it only with fields that require it. */
  @Field(() => [Person], { nullable: true })
  @Directive("@external")
  members?: Person[] | null;
}
