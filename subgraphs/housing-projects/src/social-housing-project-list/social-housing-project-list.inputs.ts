import { enumType } from "@an-sinh/subgraph-kit/enum-type";
import { connectionType } from "@an-sinh/subgraph-kit/pagination/connection";
import { PageArgs } from "@an-sinh/subgraph-kit/pagination/page-args";
import { unitField } from "@an-sinh/territory/unit-field";
import { ArgsType, Field, ID, InputType, Int } from "type-graphql";
import { SocialHousingProjectEntity } from "../social-housing-project/social-housing-project.entity.js";
import { HousingAudience, ProjectStatus } from "../social-housing-project/social-housing-project.enums.js";

export const SocialHousingProjectConnection = connectionType(
  () => SocialHousingProjectEntity,
  "SocialHousingProject",
);

export const SocialHousingProjectOrder = enumType(
  "SocialHousingProjectOrder",
  "The order of a list of social housing projects.",
  {
    NAME: { vi: "Tên", description: "By name, in the order of a Vietnamese dictionary." },
    APPROVED_ON: {
      vi: "Ngày phê duyệt",
      description: "Earliest approval first; projects that are not approved yet come last.",
    },
    PLANNED_APARTMENTS: { vi: "Số căn hộ theo quy hoạch", description: "Most planned apartments first." },
  },
);
export type SocialHousingProjectOrder = keyof typeof SocialHousingProjectOrder;

@InputType({
  description: "Which social housing projects to list. A project must meet every condition that is given.",
})
export class SocialHousingProjectFilter {
  @Field(() => ID, unitField("The project lies in"))
  administrativeUnit?: string | null;

  @Field(() => HousingAudience, { nullable: true, description: "The project is built for these people." })
  audience?: HousingAudience | null;

  @Field(() => ProjectStatus, { nullable: true, description: "The project has this status today." })
  status?: ProjectStatus | null;

  @Field(() => Int, {
    nullable: true,
    description:
      "The project was approved in this calendar year, from 1945 to 2100. Anything else is BAD_USER_INPUT.",
  })
  approvedYear?: number | null;

  @Field(() => Int, {
    nullable: true,
    description:
      "The project completed fewer apartments in this calendar year than its target for that year asks for. A project without a target is not behind. From 1945 to 2100; anything else is BAD_USER_INPUT.",
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
