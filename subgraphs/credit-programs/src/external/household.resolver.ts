import type { RequestContext } from "@an-sinh/kit/context";
import { Args, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
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
}
