import { ListSize } from "@an-sinh/subgraph-kit/federation/costs";
import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import { Title } from "@an-sinh/subgraph-kit/federation/titles";
import { Args, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { Household } from "../external/household.stub.js";
import { LoanEntity } from "./loan.entity.js";
import { LoansOfHouseholdArgs } from "./loan.inputs.js";
import { loansOfHousehold } from "./loan.loaders.js";

@Resolver(() => Household)
export class HouseholdLoansResolver {
  @ListSize(3)
  @Title("Khoản vay")
  @FieldResolver(() => [LoanEntity], {
    nullable: true,
    description: "The loans of the household, the earliest first. Empty: it never borrowed.",
  })
  loans(
    @Ctx() context: RequestContext,
    @Root() { id }: Household,
    @Args(() => LoansOfHouseholdArgs) { status }: LoansOfHouseholdArgs,
  ): Promise<LoanEntity[]> {
    return context.load(loansOfHousehold, id, { status: status ?? null });
  }
}
