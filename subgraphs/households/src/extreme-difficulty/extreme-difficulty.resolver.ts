import { ListSize } from "@an-sinh/subgraph-kit/federation/costs";
import { isInForce } from "@an-sinh/subgraph-kit/calendar";
import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import { Title } from "@an-sinh/subgraph-kit/federation/titles";
import { DateScalar } from "@an-sinh/subgraph-kit/scalars";
import { Arg, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { AdministrativeUnitEntity } from "../administrative-unit/administrative-unit.entity.js";
import { unitById } from "../administrative-unit/administrative-unit.loaders.js";
import { difficultAreasOfUnit } from "./extreme-difficulty.loaders.js";
import { ExtremelyDifficultAreaEntity } from "./extremely-difficult-area.entity.js";

@Resolver(() => AdministrativeUnitEntity)
export class UnitExtremeDifficultyResolver {
  @ListSize(20)
  @Title("Địa bàn đặc biệt khó khăn", "Areas in extreme difficulty")
  @FieldResolver(() => [ExtremelyDifficultAreaEntity], {
    nullable: true,
    description:
      "The communes and villages on the land of this unit that were in extreme difficulty on a day. Empty: none is on record.",
  })
  async extremelyDifficultAreas(
    @Ctx() context: RequestContext,
    @Root() { id }: AdministrativeUnitEntity,
    @Arg("on", () => DateScalar, { nullable: true, description: "The day. Null: today." }) on: string | null,
  ): Promise<ExtremelyDifficultAreaEntity[]> {
    const areas = await context.load(difficultAreasOfUnit, id);
    return areas.filter((area) => isInForce(area, on ?? context.today));
  }
}

@Resolver(() => ExtremelyDifficultAreaEntity)
export class ExtremelyDifficultAreaResolver {
  @Title("Xã")
  @FieldResolver(() => AdministrativeUnitEntity, {
    nullable: true,
    description: "The commune, or the commune of the village. Null: it is not on record.",
  })
  commune(
    @Ctx() context: RequestContext,
    @Root() { unitId }: ExtremelyDifficultAreaEntity,
  ): Promise<AdministrativeUnitEntity | null> {
    return context.load(unitById, unitId);
  }
}
