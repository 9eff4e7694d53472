import { Cost } from "@an-sinh/subgraph-kit/federation/costs";
import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import { Title } from "@an-sinh/subgraph-kit/federation/titles";
import { Args, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { AdministrativeUnitEntity } from "../administrative-unit/administrative-unit.entity.js";
import { unitById } from "../administrative-unit/administrative-unit.loaders.js";
import { HouseholdClassificationEntity } from "../household-classification/household-classification.entity.js";
import { HouseholdEntity } from "../household/household.entity.js";
import { ReclassificationArgs } from "./reclassification.inputs.js";
import { classifyUnder, reclassifyUnit } from "./reclassification.service.js";
import { CommuneReclassification, Reclassification } from "./reclassification.type.js";

@Resolver(() => HouseholdEntity)
export class HouseholdReclassificationResolver {
  @Cost(5)
  @Title("Phân loại theo chuẩn khác", "Classification under another standard")
  @FieldResolver(() => HouseholdClassificationEntity, {
    nullable: true,
    description:
      "The class that this household would have under another standard, by its last review. If a class under that standard is on record, it is that one. Else it follows from the income and the deprivations that the review found: only indicators that the standard counts matter, and one that the review did not ask about (from 2027: internet and digital services, waste) counts as not lacking: a household given as NEAR_POOR may then be POOR. With an income above the line, a newly escaped household stays newly escaped. `since` and `until` are those of the class on record. Null: no class on the day.",
  })
  classificationUnder(
    @Ctx() context: RequestContext,
    @Root() household: HouseholdEntity,
    @Args(() => ReclassificationArgs) args: ReclassificationArgs,
  ): Promise<HouseholdClassificationEntity | null> {
    return classifyUnder(context, household, args);
  }
}

@Resolver(() => AdministrativeUnitEntity)
export class UnitReclassificationResolver {
  @Cost(1000)
  @Title("Phân loại lại")
  @FieldResolver(() => Reclassification, {
    nullable: true,
    description:
      "How many households of the unit would be in another class if another standard applied, in all and by commune.",
  })
  reclassification(
    @Ctx() context: RequestContext,
    @Root() unit: AdministrativeUnitEntity,
    @Args(() => ReclassificationArgs) args: ReclassificationArgs,
  ): Promise<Reclassification> {
    return reclassifyUnit(context, unit, args);
  }
}

@Resolver(() => CommuneReclassification)
export class CommuneReclassificationResolver {
  @Title("Đơn vị hành chính")
  @FieldResolver(() => AdministrativeUnitEntity, {
    nullable: true,
    description: "The commune of today. Null: it is not on record.",
  })
  administrativeUnit(
    @Ctx() context: RequestContext,
    @Root() { communeId }: CommuneReclassification,
  ): Promise<AdministrativeUnitEntity | null> {
    return context.load(unitById, communeId);
  }
}
