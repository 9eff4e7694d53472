import { Directive, Field, ID, ObjectType } from "type-graphql";
import { ClassificationPeriod } from "./classification-period.stub.js";
import { HousingGrant } from "./housing-grant.stub.js";
import { Person } from "./person.stub.js";

/**
 * Households owns households. This department adds their housing supports and the results of its rules about
 * housing. The gateway sends every field but the id only for a field that requires it; otherwise it is undefined.
 */
@ObjectType("Household")
@Directive('@key(fields: "id")')
export class Household {
  @Field(() => ID)
  id!: string;

  @Field(() => Boolean)
  @Directive("@external")
  isUrban?: boolean;

  @Field(() => [Person], { nullable: true })
  @Directive("@external")
  members?: Person[] | null;

  /** The earliest first. */
  @Field(() => [ClassificationPeriod])
  @Directive("@external")
  classificationHistory?: ClassificationPeriod[];

  /** Whether a member has a record of meritorious service that is in force today. Null: its department failed. */
  @Field(() => Boolean, { nullable: true })
  @Directive("@external")
  isMeritoriousFamily?: boolean | null;

  /** The earliest first. Null: its department failed. */
  @Field(() => [HousingGrant], { nullable: true })
  @Directive("@external")
  housingGrants?: HousingGrant[] | null;
}
