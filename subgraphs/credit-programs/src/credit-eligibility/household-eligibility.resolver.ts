import { ListSize } from "@an-sinh/subgraph-kit/federation/costs";
import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import { RequiresScopes } from "@an-sinh/subgraph-kit/federation/requires-scopes";
import { DateScalar } from "@an-sinh/subgraph-kit/scalars";
import { Arg, Ctx, Directive, FieldResolver, Resolver, Root } from "type-graphql";
import { Household } from "../external/household.stub.js";
import { findNewlyEscapedLapse, listEligibility } from "./credit-eligibility.service.js";
import { CreditEligibility } from "./credit-eligibility.type.js";

@Resolver(() => Household)
export class HouseholdEligibilityResolver {
  @RequiresScopes("credit:read")
  @Directive('@requires(fields: "isUrban classificationHistory { class since until }")')
  @ListSize(12)
  @FieldResolver(() => [CreditEligibility], {
    nullable: true,
    description:
      "For each program of the policy bank: whether the household may borrow on a day, how much, and every rule that decided it.",
  })
  creditEligibility(
    @Ctx() context: RequestContext,
    @Root() household: Household,
    @Arg("on", () => DateScalar, { nullable: true, description: "The day. Null: today." })
    on: string | null,
  ): Promise<CreditEligibility[]> {
    return listEligibility(context, household, on ?? context.today);
  }

  @RequiresScopes("credit:read")
  @Directive('@requires(fields: "classificationHistory { class since until }")')
  @FieldResolver(() => DateScalar, {
    nullable: true,
    description:
      "The last day on which the household may borrow as newly escaped from poverty. It may be in the past. Null: the household had not escaped by the day `on`.",
  })
  newlyEscapedCreditLapsesOn(
    @Ctx() context: RequestContext,
    @Root() household: Household,
    @Arg("on", () => DateScalar, {
      nullable: true,
      description: "The day whose rules and register count. Null: today.",
    })
    on: string | null,
  ): Promise<string | null> {
    return findNewlyEscapedLapse(context, household, on ?? context.today);
  }
}
