import { DateScalar } from "@an-sinh/subgraph-kit/scalars";
import { ArgsType, Field } from "type-graphql";
import { ApplicantGroup } from "../social-housing-application/social-housing-application.enums.js";

@ArgsType()
export class SocialHousingEligibilityArgs {
  @Field(() => DateScalar, {
    nullable: true,
    description: "The rules and the classification of this day are used. Null: today.",
  })
  on?: string | null;

  @Field(() => ApplicantGroup, {
    nullable: true,
    description:
      "The conditions of this group are used. Null: of the first group that the registers show, see `SocialHousingEligibility.group`.",
  })
  group?: ApplicantGroup | null;
}

@ArgsType()
export class IncomeCeilingsArgs {
  @Field(() => DateScalar, { nullable: true, description: "The ceilings in force on this day. Null: today." })
  on?: string | null;
}
