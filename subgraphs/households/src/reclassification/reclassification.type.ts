import { DateScalar } from "@an-sinh/subgraph-kit/scalars";
import { Field, Int, ObjectType } from "type-graphql";
import { HouseholdClass } from "../poverty-standard/household-class.js";
import { PovertyStandardEntity } from "../poverty-standard/poverty-standard.entity.js";

@ObjectType({ description: "Households that would change from one class to another." })
export class ClassChange {
  @Field(() => HouseholdClass, { description: "The class on record." })
  from!: HouseholdClass;

  @Field(() => HouseholdClass, { description: "The class under the standard applied." })
  to!: HouseholdClass;

  @Field(() => Int, { description: "How many households." })
  households!: number;
}

@ObjectType({ description: "What another poverty standard would change in one commune." })
export class CommuneReclassification {
  /** The commune that `administrativeUnit` shows. */
  communeId!: string;

  @Field(() => Int, { description: "Households of the commune that have a class on the day." })
  households!: number;

  @Field(() => Int, { description: "Of these, those whose class would be another." })
  changing!: number;

  @Field(() => [ClassChange], {
    description: "The changes by class before and after, in alphabetical order. Empty: none.",
  })
  changes!: ClassChange[];
}

@ObjectType({
  description:
    "How many households of a unit would be in another class if another poverty standard applied, counted in the register: each household's last review is judged by the standard as in Household.classificationUnder.",
})
export class Reclassification {
  @Field(() => PovertyStandardEntity, { description: "The standard applied." })
  standard!: PovertyStandardEntity;

  @Field(() => PovertyStandardEntity, {
    description: "The standard of the classes on record: the one that the unit's province reports by.",
  })
  reportingStandard!: PovertyStandardEntity;

  @Field(() => DateScalar, { description: "The day of the classes on record." })
  on!: string;

  @Field(() => Int, {
    description:
      "Households that have a class on the day. Those off the register are not counted: their last review is out of date.",
  })
  households!: number;

  @Field(() => Int, { description: "Of these, those whose class would be another." })
  changing!: number;

  @Field(() => [ClassChange], {
    description: "The changes by class before and after, in alphabetical order. Empty: none.",
  })
  changes!: ClassChange[];

  @Field(() => [CommuneReclassification], {
    description:
      "The same by commune of today, in the order of their ids: those that have households with a class on the day.",
  })
  communes!: CommuneReclassification[];
}
