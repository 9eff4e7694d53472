import { enumType } from "@an-sinh/subgraph-kit/enum-type";
import { connectionType } from "@an-sinh/subgraph-kit/pagination/connection";
import { PageArgs } from "@an-sinh/subgraph-kit/pagination/page-args";
import { DateScalar } from "@an-sinh/subgraph-kit/scalars";
import { ArgsType, Field, ID, InputType, Int } from "type-graphql";
import { SocialHousingProjectEntity } from "./social-housing-project.entity.js";
import { HousingAudience, ProjectStatus } from "./social-housing-project.enums.js";

export const SocialHousingProjectConnection = connectionType(
  () => SocialHousingProjectEntity,
  "SocialHousingProject",
);

export const SocialHousingProjectOrder = enumType(
  "SocialHousingProjectOrder",
  "The order of a list of social housing projects.",
  {
    NAME: "By name.",
    APPROVED_ON: "Earliest approval first; projects that are not approved yet come last.",
    PLANNED_APARTMENTS: "Most planned apartments first.",
  },
);
export type SocialHousingProjectOrder = keyof typeof SocialHousingProjectOrder;

@InputType({ description: "Which social housing projects to list. Every condition that is given must hold." })
export class SocialHousingProjectFilter {
  @Field(() => ID, {
    nullable: true,
    description:
      "Lies in the administrative unit with this id: a province, district or commune, of today or closed. No project lies in an unknown unit.",
  })
  administrativeUnit?: string | null;

  @Field(() => HousingAudience, { nullable: true, description: "Is built for these people." })
  audience?: HousingAudience | null;

  @Field(() => ProjectStatus, { nullable: true, description: "Has come this far, as of today." })
  status?: ProjectStatus | null;

  @Field(() => Int, { nullable: true, description: "Was approved in this calendar year, from 1945 to 2100." })
  approvedYear?: number | null;

  @Field(() => Int, {
    nullable: true,
    description:
      "Completed fewer apartments in this calendar year, from 1945 to 2100, than its target for that year. A project without a target is not behind.",
  })
  behindTargetIn?: number | null;
}

@ArgsType()
export class SocialHousingProjectsArgs extends PageArgs {
  @Field(() => SocialHousingProjectFilter, { nullable: true, description: "Null: all projects." })
  filter?: SocialHousingProjectFilter | null;

  @Field(() => SocialHousingProjectOrder, {
    nullable: true,
    defaultValue: SocialHousingProjectOrder.NAME,
    description: "The order of the list. A cursor of one order is refused by another.",
  })
  orderBy?: SocialHousingProjectOrder | null;
}

@ArgsType()
export class SocialHousingProjectArgs {
  @Field(() => ID, { description: "The project's id." })
  id!: string;
}

@ArgsType()
export class CompletedApartmentsArgs {
  @Field(() => DateScalar, { nullable: true, description: "Counted at the end of this day. Null: today." })
  on?: string | null;
}
