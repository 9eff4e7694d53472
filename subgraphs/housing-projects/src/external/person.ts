import { DateScalar } from "@an-sinh/subgraph-kit/scalars";
import { Directive, Field, ID, ObjectType } from "type-graphql";
import { Relationship } from "./relationship.js";

/** Owned by households; here it gains its applications for social housing. */
@ObjectType("Person")
@Directive('@key(fields: "id")')
export class Person {
  @Field(() => ID)
  id!: string;

  /** There only where a field requires it, like the rest: the gateway sends it along. Null: not known. */
  @Field(() => DateScalar, { nullable: true })
  @Directive("@external")
  birthDate?: string | null;

  /** More than the enumeration here lists. Null: not recorded. */
  @Field(() => Relationship, { nullable: true })
  @Directive("@external")
  relationshipToHead?: string | null;

  @Field(() => Boolean)
  @Directive("@external")
  isAlive?: boolean;
}
