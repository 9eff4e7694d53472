import { ListSize } from "@an-sinh/subgraph-kit/federation/costs";
import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import { Title } from "@an-sinh/subgraph-kit/federation/titles";
import { wholeCountry } from "@an-sinh/territory/whole-country";
import { Ctx, FieldResolver, Float, Int, Resolver, Root } from "type-graphql";
import {
  approvedProjects,
  completedApartments,
  landReserved,
  livingArea,
} from "./housing-statistics.loaders.js";
import { HousingStatistics, HousingSupportStatistics } from "./housing-statistics.type.js";
import { supportStatistics } from "./housing-support-statistics.service.js";

/** Only the figures that a client asks for are computed. */
@Resolver(() => HousingStatistics)
export class HousingStatisticsResolver {
  @Title("Số dự án nhà ở xã hội")
  @FieldResolver(() => Int, {
    description: "How many social housing projects were approved by the end of the year.",
  })
  async socialHousingProjects(
    @Ctx() context: RequestContext,
    @Root() { unitId, year }: HousingStatistics,
  ): Promise<number> {
    return (await context.load(approvedProjects, unitId, { year })).projects;
  }

  @Title("Diện tích đất dự án (ha)", "Land of projects (ha)")
  @FieldResolver(() => Float, {
    description: "Hectares of land of the projects approved by the end of the year.",
  })
  async landAreaHectares(
    @Ctx() context: RequestContext,
    @Root() { unitId, year }: HousingStatistics,
  ): Promise<number> {
    return (await context.load(approvedProjects, unitId, { year })).landAreaHectares;
  }

  @Title("Số căn hộ theo quy hoạch")
  @FieldResolver(() => Int, {
    description: "How many apartments the projects approved by the end of the year have in their plans.",
  })
  async plannedApartments(
    @Ctx() context: RequestContext,
    @Root() { unitId, year }: HousingStatistics,
  ): Promise<number> {
    return (await context.load(approvedProjects, unitId, { year })).plannedApartments;
  }

  @Title("Quy mô dân số theo quy hoạch", "Planned capacity (people)")
  @FieldResolver(() => Int, {
    description:
      "How many people the apartments in the plans of the projects approved by the end of the year are for.",
  })
  async plannedCapacityPeople(
    @Ctx() context: RequestContext,
    @Root() { unitId, year }: HousingStatistics,
  ): Promise<number> {
    return (await context.load(approvedProjects, unitId, { year })).plannedCapacityPeople;
  }

  @Title("Số căn hộ hoàn thành")
  @FieldResolver(() => Int, { description: "How many apartments were completed by the end of the year." })
  async completedApartments(
    @Ctx() context: RequestContext,
    @Root() { unitId, year }: HousingStatistics,
  ): Promise<number> {
    return (await context.load(completedApartments, unitId, { year })).apartments;
  }

  @Title("Quỹ đất nhà ở xã hội (ha)", "Land reserved for social housing (ha)")
  @FieldResolver(() => Float, {
    description: "Hectares of land set aside for social housing by the end of the year.",
  })
  landReservedHectares(
    @Ctx() context: RequestContext,
    @Root() { unitId, year }: HousingStatistics,
  ): Promise<number> {
    return context.load(landReserved, unitId, { year });
  }

  @Title("Diện tích nhà ở bình quân (m²/người)", "Living area (m² per person)")
  @FieldResolver(() => Float, {
    nullable: true,
    description: "Average living area of a person, in square meters. Null: no figure for this unit and year.",
  })
  livingAreaSquareMetersPerPerson(
    @Ctx() context: RequestContext,
    @Root() { unitId, year }: HousingStatistics,
  ): Promise<number | null> {
    return context.load(livingArea, unitId, { year });
  }

  @Title("Diện tích nhà ở bình quân cả nước (m²/người)", "National living area (m² per person)")
  @FieldResolver(() => Float, {
    nullable: true,
    description:
      "Average living area of a person in the whole country, in square meters, for comparison. Null: no figure for this year.",
  })
  nationalLivingAreaSquareMetersPerPerson(
    @Ctx() context: RequestContext,
    @Root() { year }: HousingStatistics,
  ): Promise<number | null> {
    return context.load(livingArea, wholeCountry, { year });
  }

  @ListSize(8)
  @Title("Hỗ trợ nhà ở", "Housing supports")
  @FieldResolver(() => [HousingSupportStatistics], {
    description:
      "Completed housing supports by program and kind. Empty: none. Where the numbers are withheld, there may be none.",
  })
  supports(
    @Ctx() context: RequestContext,
    @Root() statistics: HousingStatistics,
  ): Promise<HousingSupportStatistics[]> {
    return supportStatistics(context, statistics);
  }
}
