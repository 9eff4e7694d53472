import { CacheControl, maxAge } from "@an-sinh/subgraph-kit/federation/cache-control";
import { ListSize } from "@an-sinh/subgraph-kit/federation/costs";
import { About, Title } from "@an-sinh/subgraph-kit/federation/titles";
import { DateScalar } from "@an-sinh/subgraph-kit/scalars";
import { withheldIfSmall, withheldInVietnamese } from "@an-sinh/territory/small-cells/cells";
import { Field, Int, ObjectType } from "type-graphql";
import { HouseholdClass } from "../poverty-standard/household-class.js";
import { PovertyStandardEntity } from "../poverty-standard/poverty-standard.entity.js";

@CacheControl({ maxAge: maxAge.statistics })
@ObjectType({ description: "Households that would change from one class to another." })
export class ClassChange {
  @Title("Phân loại hiện tại", "Class on record")
  @Field(() => HouseholdClass, { description: "The class on record." })
  from!: HouseholdClass;

  @Title("Phân loại mới", "Class under the other standard")
  @Field(() => HouseholdClass, { description: "The class under the other standard." })
  to!: HouseholdClass;

  @Title("Số hộ thay đổi phân loại", "Households that change")
  @Field(() => Int, { nullable: true, description: `How many households. ${withheldIfSmall}` })
  households!: number | null;
}

@CacheControl({ maxAge: maxAge.statistics })
@ObjectType({ description: "What another poverty standard would change in one commune." })
export class CommuneReclassification {
  /** The commune in `administrativeUnit`. */
  communeId!: string;

  @About(`Số hộ của xã đã được phân loại tại ngày tra cứu. ${withheldInVietnamese}`)
  @Title("Số hộ được phân loại", "Classified households")
  @Field(() => Int, {
    nullable: true,
    description: `Households of the commune that have a class on the day. ${withheldIfSmall}`,
  })
  households!: number | null;

  @About(`Trong đó, số hộ sẽ thay đổi phân loại nếu áp dụng chuẩn nghèo so sánh. ${withheldInVietnamese}`)
  @Title("Số hộ thay đổi phân loại", "Households that change")
  @Field(() => Int, {
    nullable: true,
    description: `Of these, those whose class would be another. ${withheldIfSmall}`,
  })
  changing!: number | null;

  @ListSize(6)
  @Title("Thay đổi phân loại", "Changes of class")
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
  @Title("Chuẩn nghèo so sánh", "Other standard")
  @Field(() => PovertyStandardEntity, { description: "The other standard." })
  standard!: PovertyStandardEntity;

  @Title("Chuẩn nghèo hiện hành", "Standard on record")
  @Field(() => PovertyStandardEntity, {
    description: "The standard of the classes on record: the one that the unit's province reports by.",
  })
  reportingStandard!: PovertyStandardEntity;

  @About("Ngày xác định phân loại hộ hiện có.")
  @Title("Tại ngày")
  @Field(() => DateScalar, { description: "The day of the classes on record." })
  on!: string;

  @Title("Tổng số hộ được phân loại", "Classified households of the unit")
  @Field(() => Int, {
    nullable: true,
    description: `Households that have a class on the day. Those that left the register are not counted: their last review is out of date. ${withheldIfSmall}`,
  })
  households!: number | null;

  @Title("Tổng số hộ thay đổi phân loại", "Households of the unit that change")
  @Field(() => Int, {
    nullable: true,
    description: `Of these, those whose class would be another. ${withheldIfSmall}`,
  })
  changing!: number | null;

  @ListSize(6)
  @Title("Thay đổi phân loại", "Changes of class")
  @Field(() => [ClassChange], {
    description: "The changes by class before and after, in alphabetical order. Empty: none.",
  })
  changes!: ClassChange[];

  @ListSize(100)
  @Title("Xã, phường")
  @Field(() => [CommuneReclassification], {
    description:
      "The same for each commune of today that has households with a class on the day, in the order of the communes' ids.",
  })
  communes!: CommuneReclassification[];
}
