import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import { DateScalar } from "@an-sinh/subgraph-kit/scalars";
import { Arg, Args, Ctx, Directive, FieldResolver, Resolver, Root } from "type-graphql";
import { findNewlyEscapedLapse, listEligibility } from "../credit-eligibility/credit-eligibility.service.js";
import { CreditEligibility } from "../credit-eligibility/credit-eligibility.type.js";
import { LoanEntity } from "../loan/loan.entity.js";
import { LoansOfHouseholdArgs } from "../loan/loan.inputs.js";
import { loansOfHousehold } from "../loan/loan.loaders.js";
import { Household } from "./household.js";

@Resolver(() => Household)
export class HouseholdResolver {
  @FieldResolver(() => [LoanEntity], {
    description: "What was lent to the household, the earliest first. Empty: nothing.",
  })
  loans(
    @Ctx() context: RequestContext,
    @Root() { id }: Household,
    @Args(() => LoansOfHouseholdArgs) { status }: LoansOfHouseholdArgs,
  ): Promise<LoanEntity[]> {
    return context.load(loansOfHousehold, id, { status: status ?? null });
  }

  @Directive('@requires(fields: "isUrban classificationHistory { class since until }")')
  @FieldResolver(() => [CreditEligibility], {
    description:
      "Per program of the policy bank: whether the household may borrow on a day, how much, and every rule that decided it.",
  })
  creditEligibility(
    @Ctx() context: RequestContext,
    @Root() household: Household,
    @Arg("on", () => DateScalar, { nullable: true, description: "The day. Null: today." })
    on: string | null,
  ): Promise<CreditEligibility[]> {
    return listEligibility(context, household, on ?? context.today);
  }

  @Directive('@requires(fields: "classificationHistory { class since until }")')
  @FieldResolver(() => DateScalar, {
    nullable: true,
    description:
      "The last day on which the household may borrow as newly escaped from poverty; it may have passed. Null: the household had not escaped by the day asked for.",
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
