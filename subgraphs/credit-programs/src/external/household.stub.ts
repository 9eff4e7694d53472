import { Directive, Field, ID, ObjectType } from "type-graphql";
import { ClassificationPeriod } from "./classification-period.stub.js";

/** The households department owns it. This department adds its loans and what it may borrow. */
@ObjectType("Household")
@Directive('@key(fields: "id")')
export class Household {
  @Field(() => ID)
  id!: string;

  /** The gateway sends it where a field requires it. */
  @Field(() => Boolean)
  @Directive("@external")
  isUrban?: boolean;

  /** The earliest first. The gateway sends it where a field requires it. */
  @Field(() => [ClassificationPeriod])
  @Directive("@external")
  classificationHistory?: ClassificationPeriod[];
}
