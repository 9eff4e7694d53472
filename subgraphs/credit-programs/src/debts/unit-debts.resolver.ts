import { Cost } from "@an-sinh/subgraph-kit/federation/costs";
import { checkedYear } from "@an-sinh/subgraph-kit/calendar";
import { Title } from "@an-sinh/subgraph-kit/federation/titles";
import { YearArgs } from "@an-sinh/subgraph-kit/period-args";
import { Args, FieldResolver, Resolver, Root } from "type-graphql";
import { AdministrativeUnit } from "../external/administrative-unit.stub.js";
import { DebtStatistics } from "./debts.type.js";

@Resolver(() => AdministrativeUnit)
export class UnitDebtsResolver {
  @Cost(10)
  @Title("Dư nợ tín dụng chính sách")
  @FieldResolver(() => DebtStatistics, {
    nullable: true,
    description:
      "What is owed to the policy bank in the unit on 31 December of a year. A year without data gives zeros.",
  })
  debts(@Root() { id }: AdministrativeUnit, @Args(() => YearArgs) { year }: YearArgs): DebtStatistics {
    return Object.assign(new DebtStatistics(), { unitId: id, year: checkedYear(year) });
  }
}
