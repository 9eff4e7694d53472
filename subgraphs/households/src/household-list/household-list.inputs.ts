import { enumType } from "@an-sinh/subgraph-kit/enum-type";
import { connectionType } from "@an-sinh/subgraph-kit/pagination/connection";
import { PageArgs } from "@an-sinh/subgraph-kit/pagination/page-args";
import { DateScalar } from "@an-sinh/subgraph-kit/scalars";
import { unitField } from "@an-sinh/territory/unit-field";
import { ArgsType, Field, ID, InputType, Int } from "type-graphql";
import { HouseholdEntity } from "../household/household.entity.js";
import { HouseholdClass } from "../poverty-standard/household-class.js";

export const HouseholdConnection = connectionType(() => HouseholdEntity, "Household");

const HouseholdOrder = enumType("HouseholdOrder", "How a list of households is sorted.", {
  CODE: { vi: "Mã hộ", description: "By the register's code, byte by byte." },
});
type HouseholdOrder = keyof typeof HouseholdOrder;

@InputType({
  description:
    "Which households to list. Every condition that is given must hold. An empty text is BAD_USER_INPUT.",
})
export class HouseholdFilter {
  @Field(() => ID, unitField("The household lives in"))
  administrativeUnit?: string | null;

  @Field(() => [HouseholdClass], {
    nullable: true,
    description:
      "The household has one of these classes on the day in `on`, or at the end of `year`. Null: any.",
  })
  class?: HouseholdClass[] | null;

  @Field(() => ID, {
    nullable: true,
    description:
      "The standard for `class` and `escapedSince`, such as central-2022. Without these two, the household has any class under it. An unknown id is NOT_FOUND. Null: the standard that the household's province reports by.",
  })
  standard?: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      "The day for `class` and `escapedSince`. Without these two, the household has any class on this day. Null: today.",
  })
  on?: string | null;

  @Field(() => Int, {
    nullable: true,
    description:
      "Instead of `on`: the classes at the end of this year, as PovertyStatistics counts them. The day is 31 December, or the next 1 January if the central review of the year was held in advance (2021). With `on` beside it, it is BAD_USER_INPUT.",
  })
  year?: number | null;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      "The household escaped poverty: a decision between this day and the day in `on` found so, and on the day in `on` it is neither poor nor near-poor.",
  })
  escapedSince?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'The household is of this ethnic group, by its name in the official list: "Tày". Another name lists nothing.',
  })
  ethnicGroup?: string | null;
}

@ArgsType()
export class HouseholdsArgs extends PageArgs {
  @Field(() => HouseholdFilter, { nullable: true, description: "Null: all households on the register." })
  filter?: HouseholdFilter | null;

  @Field(() => HouseholdOrder, {
    nullable: true,
    defaultValue: "CODE",
    description: "How the list is sorted.",
  })
  orderBy?: HouseholdOrder | null;
}
