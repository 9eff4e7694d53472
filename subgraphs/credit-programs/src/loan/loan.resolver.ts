import { Cost } from "@an-sinh/subgraph-kit/federation/costs";
import { Paged } from "@an-sinh/subgraph-kit/pagination/paged";
import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import { RequiresScopes } from "@an-sinh/subgraph-kit/federation/requires-scopes";
import type { Page } from "@an-sinh/subgraph-kit/pagination/connection";
import { Args, Ctx, Query, Resolver } from "type-graphql";
import { LoanEntity } from "./loan.entity.js";
import { LoanArgs, LoanConnection, LoansArgs } from "./loan.inputs.js";
import { loanById } from "./loan.loaders.js";
import { listLoans } from "./loan.service.js";

@Resolver(() => LoanEntity)
export class LoanResolver {
  @Query(() => LoanEntity, { nullable: true, description: "The loan with this id. Null: there is none." })
  loan(@Ctx() context: RequestContext, @Args(() => LoanArgs) { id }: LoanArgs): Promise<LoanEntity | null> {
    return context.load(loanById, id);
  }

  @Paged()
  @Cost(20)
  @RequiresScopes("credit:read")
  @Query(() => LoanConnection, {
    nullable: true,
    description: "Loans, by place and, within a place, by day of disbursement.",
  })
  loans(@Ctx() context: RequestContext, @Args(() => LoansArgs) args: LoansArgs): Promise<Page<LoanEntity>> {
    return listLoans(context, args);
  }
}
