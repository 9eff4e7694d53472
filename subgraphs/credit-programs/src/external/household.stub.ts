import { Directive, Field, ID, ObjectType } from "type-graphql";
import { ClassificationPeriod } from "./classification-period.stub.js";

/** Owned by households; here it gains its loans and what it may borrow. */
@ObjectType("Household")
@Directive('@key(fields: "id")')
export class Household {
  @Field(() => ID)
  id!: string;

  /** There only where a field requires it: the gateway sends it along. */
  @Field(() => Boolean)
  @Directive("@external")
  isUrban?: boolean;

  /** There only where a field requires it: the gateway sends it along. The earliest first. */
  @Field(() => [ClassificationPeriod])
  @Directive("@external")
  classificationHistory?: ClassificationPeriod[];
}
