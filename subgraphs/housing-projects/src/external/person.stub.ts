import { DateScalar } from "@an-sinh/subgraph-kit/scalars";
import { Directive, Field, ID, ObjectType } from "type-graphql";
import { Relationship } from "./relationship.stub.js";

/**
 * Households owns persons. This department adds their applications for social housing. The gateway sends every
 * field but the id only for a field that requires it; otherwise it is undefined.
 */
@ObjectType("Person")
@Directive('@key(fields: "id")')
export class Person {
  @Field(() => ID)
  id!: string;

  /** The first day on which the person can have been born. Null: not known. */
  @Field(() => DateScalar, { nullable: true })
  @Directive("@external")
  earliestBirthDate?: string | null;

  /** Any relationship, also one that the stub of the enum leaves out. Null: not recorded. */
  @Field(() => Relationship, { nullable: true })
  @Directive("@external")
  relationshipToHead?: string | null;

  @Field(() => Boolean)
  @Directive("@external")
  isAlive?: boolean;
}
