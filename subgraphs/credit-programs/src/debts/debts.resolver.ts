import { ListSize, SlicedBy } from "@an-sinh/subgraph-kit/federation/costs";
import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import { RequiresScopes } from "@an-sinh/subgraph-kit/federation/requires-scopes";
import { Title } from "@an-sinh/subgraph-kit/federation/titles";
import { pageSize } from "@an-sinh/subgraph-kit/pagination/page-args";
import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from "type-graphql";
import type { LoanStatus } from "../loan/loan.enums.js";
import type { EntrustedOrganization } from "../savings-group/savings-group.enums.js";
import { debtsBy, totalDebt } from "./debts.service.js";
import {
  Debt,
  DebtOfOrganization,
  DebtOfSavingsGroup,
  DebtOfStatus,
  DebtOfTransactionOffice,
  DebtStatistics,
} from "./debts.type.js";
import { overdueGroupsOfUnit } from "./overdue-groups.loaders.js";

@Resolver(() => DebtStatistics)
export class DebtStatisticsResolver {
  @Title("Tổng số")
  @FieldResolver(() => Debt, { description: "All debts of the unit together." })
  total(@Ctx() context: RequestContext, @Root() statistics: DebtStatistics): Promise<Debt> {
    return totalDebt(context, statistics);
  }

  @ListSize(5)
  @Title("Theo tình trạng khoản vay")
  @FieldResolver(() => [DebtOfStatus], {
    description: "By the status of the loans, also by those that are withheld. Empty: nothing was owed.",
  })
  async byStatus(
    @Ctx() context: RequestContext,
    @Root() statistics: DebtStatistics,
  ): Promise<DebtOfStatus[]> {
    const parts = await debtsBy(context, statistics, "STATUS");
    return parts.map(({ part, debt }) =>
      Object.assign(new DebtOfStatus(), { ...debt, status: part as LoanStatus }),
    );
  }

  @ListSize(4)
  @Title("Theo tổ chức hội nhận ủy thác")
  @FieldResolver(() => [DebtOfOrganization], {
    description:
      "By the entrusted organization that manages the group. What the bank lent directly comes first. Those that are withheld are among them. Empty: nothing was owed.",
  })
  async byEntrustedOrganization(
    @Ctx() context: RequestContext,
    @Root() statistics: DebtStatistics,
  ): Promise<DebtOfOrganization[]> {
    const parts = await debtsBy(context, statistics, "ORGANIZATION");
    return parts.map(({ part, debt }) =>
      Object.assign(new DebtOfOrganization(), {
        ...debt,
        entrustedOrganization: part as EntrustedOrganization | null,
      }),
    );
  }

  @ListSize(20)
  @Title("Theo phòng giao dịch")
  @FieldResolver(() => [DebtOfTransactionOffice], {
    description:
      "By the transaction office that paid the loans out, by its id. Those that are withheld are among them. Empty: nothing was owed.",
  })
  async byTransactionOffice(
    @Ctx() context: RequestContext,
    @Root() statistics: DebtStatistics,
  ): Promise<DebtOfTransactionOffice[]> {
    const parts = await debtsBy(context, statistics, "OFFICE");
    return parts.map(({ part, debt }) =>
      Object.assign(new DebtOfTransactionOffice(), { ...debt, transactionOfficeId: String(part) }),
    );
  }

  @SlicedBy({ slicingArguments: ["first"] })
  @RequiresScopes("credit:read")
  @Title("Các tổ có nợ quá hạn cao nhất", "Savings groups with most overdue")
  @FieldResolver(() => [DebtOfSavingsGroup], {
    nullable: true,
    description:
      "The savings-and-credit groups through which most is overdue, the largest amount first. Empty: nothing is overdue. The query `savingsGroups` lists all groups.",
  })
  mostOverdueSavingsGroups(
    @Ctx() context: RequestContext,
    @Root() { unitId, year }: DebtStatistics,
    @Arg("first", () => Int, {
      defaultValue: 20,
      description: "How many at most, from 1 to 100. Anything else is BAD_USER_INPUT.",
    })
    first: number,
  ): Promise<DebtOfSavingsGroup[]> {
    return context.load(overdueGroupsOfUnit, unitId, { year, first: pageSize(first) });
  }
}
