import { Cost } from "@an-sinh/subgraph-kit/federation/costs";
import { checkedYear } from "@an-sinh/subgraph-kit/calendar";
import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import { Title } from "@an-sinh/subgraph-kit/federation/titles";
import { YearArgs } from "@an-sinh/subgraph-kit/period-args";
import { Args, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { AdministrativeUnit } from "../external/administrative-unit.stub.js";
import { packageLending } from "./housing-package.service.js";
import { HousingPackageStatistics } from "./housing-package.type.js";

@Resolver(() => AdministrativeUnit)
export class UnitHousingPackageResolver {
  @Cost(10)
  @Title("Gói tín dụng nhà ở xã hội", "Housing credit package")
  @FieldResolver(() => HousingPackageStatistics, {
    nullable: true,
    description:
      "What commercial banks lent for social housing projects in the unit up to 31 December of a year. A year without data gives zeros.",
  })
  housingPackage(
    @Ctx() context: RequestContext,
    @Root() { id }: AdministrativeUnit,
    @Args(() => YearArgs) { year }: YearArgs,
  ): Promise<HousingPackageStatistics> {
    return packageLending(context, id, checkedYear(year));
  }
}
