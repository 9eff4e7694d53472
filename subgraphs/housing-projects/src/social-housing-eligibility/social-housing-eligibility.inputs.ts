import { DateScalar } from "@an-sinh/subgraph-kit/scalars";
import { ArgsType, Field } from "type-graphql";
import { ApplicantGroup } from "../social-housing-application/social-housing-application.enums.js";

@ArgsType()
export class SocialHousingEligibilityArgs {
  @Field(() => DateScalar, {
    nullable: true,
    description: "The day by whose rules and classification it is judged. Null: today.",
  })
  on?: string | null;

  @Field(() => ApplicantGroup, {
    nullable: true,
    description: "As whom to judge. Null: as the first group that the registers know of.",
  })
  group?: ApplicantGroup | null;
}

@ArgsType()
export class IncomeCeilingsArgs {
  @Field(() => DateScalar, { nullable: true, description: "In force on this day. Null: today." })
  on?: string | null;
}
