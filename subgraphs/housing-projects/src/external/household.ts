import { Directive, Field, ID, ObjectType } from "type-graphql";
import { ClassificationPeriod } from "./classification-period.stub.js";
import { HousingGrant } from "./housing-grant.js";
import { Person } from "./person.js";

/** Owned by households; here it gains its housing supports and what rules about housing say of it. */
@ObjectType("Household")
@Directive('@key(fields: "id")')
export class Household {
  @Field(() => ID)
  id!: string;

  /** There only where a field requires it, like the rest: the gateway sends it along. */
  @Field(() => Boolean)
  @Directive("@external")
  isUrban?: boolean;

  @Field(() => [Person])
  @Directive("@external")
  members?: Person[];

  /** The earliest first. */
  @Field(() => [ClassificationPeriod])
  @Directive("@external")
  classificationHistory?: ClassificationPeriod[];

  /** Whether a member has a record of meritorious service that is in force today. */
  @Field(() => Boolean)
  @Directive("@external")
  isMeritoriousFamily?: boolean;

  /** The earliest first. */
  @Field(() => [HousingGrant])
  @Directive("@external")
  housingGrants?: HousingGrant[];
}
