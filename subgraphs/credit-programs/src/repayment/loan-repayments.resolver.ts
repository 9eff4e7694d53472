import { ListSize } from "@an-sinh/subgraph-kit/federation/costs";
import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import { Title } from "@an-sinh/subgraph-kit/federation/titles";
import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { LoanEntity } from "../loan/loan.entity.js";
import { RepaymentEntity } from "./repayment.entity.js";
import { repaymentsOfLoan } from "./repayment.loaders.js";

@Resolver(() => LoanEntity)
export class LoanRepaymentsResolver {
  @ListSize(12)
  @Title("Các lần trả nợ")
  @FieldResolver(() => [RepaymentEntity], {
    description: "What was paid back, the earliest first. Empty: nothing yet.",
  })
  repayments(@Ctx() context: RequestContext, @Root() { id }: LoanEntity): Promise<RepaymentEntity[]> {
    return context.load(repaymentsOfLoan, id);
  }
}
