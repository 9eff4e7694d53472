import { enumType } from "@an-sinh/subgraph-kit/enum-type";
import { connectionType } from "@an-sinh/subgraph-kit/pagination/connection";
import { PageArgs } from "@an-sinh/subgraph-kit/pagination/page-args";
import { DateScalar } from "@an-sinh/subgraph-kit/scalars";
import { ArgsType, Field, ID, InputType, Int } from "type-graphql";
import { HouseholdClass } from "../poverty-review/household-class.js";
import { HouseholdEntity } from "./household.entity.js";

export const HouseholdConnection = connectionType(() => HouseholdEntity, "Household");

export const HouseholdOrder = enumType("HouseholdOrder", "How a list of households is sorted.", {
  CODE: "By the register's code, byte by byte.",
});
export type HouseholdOrder = keyof typeof HouseholdOrder;

@InputType({ description: "Which households to list. Every condition that is given must hold." })
export class HouseholdFilter {
  @Field(() => ID, {
    nullable: true,
    description:
      "Lives on the land of the unit with this id: a unit of today, or a closed district or province.",
  })
  administrativeUnit?: string | null;

  @Field(() => [HouseholdClass], {
    nullable: true,
    description: "Has one of these classes on the day in `on`, or at the end of `year`.",
  })
  class?: HouseholdClass[] | null;

  @Field(() => ID, {
    nullable: true,
    description:
      "The standard that `class` and `escapedSince` are judged by; without either, has any class under it. Null: the one that the household's province reports by.",
  })
  standard?: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      "The day for `class` and `escapedSince`; without either, has any class on this day. Null: today.",
  })
  on?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: "The year whose 31 December is the day, instead of `on`.",
  })
  year?: number | null;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      "Was found to have escaped poverty by a decision of this day or later, up to the day in `on`, and is neither poor nor near-poor on that day.",
  })
  escapedSince?: string | null;

  @Field(() => String, { nullable: true, description: 'Is of this ethnic group: "Tày".' })
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

@ArgsType()
export class ClassificationArgs {
  @Field(() => DateScalar, { nullable: true, description: "The day. Null: today." })
  on?: string | null;

  @Field(() => ID, {
    nullable: true,
    description:
      "The standard, such as central-2022. Null: the one that the household's province reports by.",
  })
  standard?: string | null;
}
