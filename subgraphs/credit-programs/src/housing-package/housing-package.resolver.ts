import { Cost } from "@an-sinh/subgraph-kit/federation/costs";
import { checkedYear, lastDayOf } from "@an-sinh/subgraph-kit/calendar";
import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import { YearArgs } from "@an-sinh/subgraph-kit/period-args";
import { wholeCountry } from "@an-sinh/territory/whole-country";
import { Args, Ctx, Query, Resolver } from "type-graphql";
import { findPackageVolume } from "./housing-package.loaders.js";
import { packageLending } from "./housing-package.service.js";
import { HousingPackage } from "./housing-package.type.js";

@Resolver(() => HousingPackage)
export class HousingPackageResolver {
  @Cost(10)
  @Query(() => HousingPackage, {
    nullable: true,
    description:
      "The credit package of commercial banks for social housing (Resolution 33/NQ-CP): what was drawn, against its volume.",
  })
  async housingPackage(
    @Ctx() context: RequestContext,
    @Args(() => YearArgs) { year }: YearArgs,
  ): Promise<HousingPackage> {
    const [lending, volume] = await Promise.all([
      packageLending(context, wholeCountry, checkedYear(year)),
      findPackageVolume(context, lastDayOf(year)),
    ]);
    return Object.assign(new HousingPackage(), {
      lending,
      volume: volume?.volume ?? null,
      volumeLegalBasis: volume?.legalBasis ?? null,
    });
  }
}
