import { CacheControl, maxAge } from "@an-sinh/subgraph-kit/federation/cache-control";
import { ListSize } from "@an-sinh/subgraph-kit/federation/costs";
import { DateScalar } from "@an-sinh/subgraph-kit/scalars";
import { withheldIfSmall } from "@an-sinh/territory/small-cells/cells";
import { Field, Int, ObjectType } from "type-graphql";
import { HouseholdClass } from "../poverty-standard/household-class.js";
import { PovertyStandardEntity } from "../poverty-standard/poverty-standard.entity.js";

@CacheControl({ maxAge: maxAge.statistics })
@ObjectType({ description: "Households that would change from one class to another." })
export class ClassChange {
  @Field(() => HouseholdClass, { description: "The class on record." })
  from!: HouseholdClass;

  @Field(() => HouseholdClass, { description: "The class under the other standard." })
  to!: HouseholdClass;

  @Field(() => Int, { nullable: true, description: `How many households. ${withheldIfSmall}` })
  households!: number | null;
}

@CacheControl({ maxAge: maxAge.statistics })
@ObjectType({ description: "What another poverty standard would change in one commune." })
export class CommuneReclassification {
  /** The commune in `administrativeUnit`. */
  communeId!: string;

  @Field(() => Int, {
    nullable: true,
    description: `Households of the commune that have a class on the day. ${withheldIfSmall}`,
  })
  households!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: `Of these, those whose class would be another. ${withheldIfSmall}`,
  })
  changing!: number | null;

  @ListSize(6)
  @Field(() => [ClassChange], {
    nullable: true,
    description:
      "The changes by class before and after, in alphabetical order. Empty: none. Null: withheld, because only a part of the commune lies in the unit.",
  })
  changes!: ClassChange[] | null;
}

@CacheControl({ maxAge: maxAge.statistics })
@ObjectType({
  description:
    "How many households of a unit would be in another class if another poverty standard applied. Each household of the register counts with the class in Household.classificationUnder.",
})
export class Reclassification {
  @Field(() => PovertyStandardEntity, { description: "The other standard." })
  standard!: PovertyStandardEntity;

  @Field(() => PovertyStandardEntity, {
    description: "The standard of the classes on record: the one that the unit's province reports by.",
  })
  reportingStandard!: PovertyStandardEntity;

  @Field(() => DateScalar, { description: "The day of the classes on record." })
  on!: string;

  @Field(() => Int, {
    nullable: true,
    description: `Households that have a class on the day. Those that left the register are not counted: their last review is out of date. ${withheldIfSmall}`,
  })
  households!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: `Of these, those whose class would be another. ${withheldIfSmall}`,
  })
  changing!: number | null;

  @ListSize(6)
  @Field(() => [ClassChange], {
    description: "The changes by class before and after, in alphabetical order. Empty: none.",
  })
  changes!: ClassChange[];

  @ListSize(100)
  @Field(() => [CommuneReclassification], {
    description:
      "The same for each commune of today that has households with a class on the day, in the order of the communes' ids.",
  })
  communes!: CommuneReclassification[];
}
