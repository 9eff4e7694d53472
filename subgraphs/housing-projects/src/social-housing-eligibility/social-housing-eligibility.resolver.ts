import { ListSize } from "@an-sinh/subgraph-kit/federation/costs";
import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import { RequiresScopes } from "@an-sinh/subgraph-kit/federation/requires-scopes";
import { Title } from "@an-sinh/subgraph-kit/federation/titles";
import { Args, Ctx, Directive, FieldResolver, Query, Resolver, Root } from "type-graphql";
import { Household } from "../external/household.stub.js";
import { SocialHousingApplicationEntity } from "../social-housing-application/social-housing-application.entity.js";
import type { SocialHousingApplicationReference } from "../social-housing-application/social-housing-application.reference.js";
import { IncomeCeilingEntity } from "./income-ceiling.entity.js";
import { IncomeCeilingsArgs, SocialHousingEligibilityArgs } from "./social-housing-eligibility.inputs.js";
import { ceilingsOn } from "./social-housing-eligibility.loaders.js";
import { judgeEligibility } from "./social-housing-eligibility.service.js";
import { SocialHousingEligibility } from "./social-housing-eligibility.type.js";

/** What the gateway has to send about the household of an applicant. */
const requiredFields = [
  "isUrban isMeritoriousFamily",
  "members { id earliestBirthDate relationshipToHead isAlive }",
  "classificationHistory { class since until review { monthlyIncomePerPerson deprivations } }",
].join(" ");

@Resolver(() => Household)
export class SocialHousingEligibilityResolver {
  @RequiresScopes("housing:read", "meritorious:read", "persons:read")
  @Directive(`@requires(fields: "${requiredFields}")`)
  @Title("Điều kiện mua nhà ở xã hội")
  @FieldResolver(() => SocialHousingEligibility, {
    nullable: true,
    description:
      "Whether the household may buy social housing on a day: by its group and the income ceilings in force on that day. Its members and their meritorious records count as they are today. Null: the meritorious service could not say whether it is a meritorious family.",
  })
  socialHousingEligibility(
    @Ctx() context: RequestContext,
    @Root() household: Household,
    @Args(() => SocialHousingEligibilityArgs) { on, group }: SocialHousingEligibilityArgs,
  ): Promise<SocialHousingEligibility | null> {
    return judgeEligibility(context, household, { on: on ?? context.today, group: group ?? null });
  }

  @ListSize(5)
  @Query(() => [IncomeCeilingEntity], {
    nullable: true,
    description:
      "The income ceilings for social housing in force on a day, the lowest first. Empty: none is on record for the day.",
  })
  socialHousingIncomeCeilings(
    @Ctx() context: RequestContext,
    @Args(() => IncomeCeilingsArgs) { on }: IncomeCeilingsArgs,
  ): Promise<IncomeCeilingEntity[]> {
    return ceilingsOn(context, on ?? context.today);
  }
}

@Resolver(() => SocialHousingApplicationEntity)
export class ApplicationEligibilityResolver {
  @RequiresScopes("households:read", "meritorious:read", "persons:read")
  @Directive(`@requires(fields: "household { ${requiredFields} }")`)
  @Title("Điều kiện mua nhà ở xã hội")
  @FieldResolver(() => SocialHousingEligibility, {
    nullable: true,
    description:
      "Whether the applicant met the conditions of the group applied for on the day of the application. Null: the household is not on the register, or the meritorious service could not say whether it is a meritorious family.",
  })
  async eligibility(
    @Ctx() context: RequestContext,
    @Root() { household, householdId, personId, group, submittedOn }: SocialHousingApplicationReference,
  ): Promise<SocialHousingEligibility | null> {
    if (!household || householdId === null) return null;
    const applicant = { on: submittedOn, group, applicantId: personId };
    return judgeEligibility(context, { ...household, id: householdId }, applicant);
  }
}
