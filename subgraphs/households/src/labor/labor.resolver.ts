import { checkedYear } from "@an-sinh/subgraph-kit/calendar";
import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import { Title } from "@an-sinh/subgraph-kit/federation/titles";
import { YearArgs } from "@an-sinh/subgraph-kit/period-args";
import { Args, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { AdministrativeUnitEntity } from "../administrative-unit/administrative-unit.entity.js";
import { LaborYearEntity } from "./labor-year.entity.js";
import { laborOfUnit } from "./labor.loaders.js";

@Resolver(() => AdministrativeUnitEntity)
export class UnitLaborResolver {
  @Title("Lao động, việc làm")
  @FieldResolver(() => LaborYearEntity, {
    nullable: true,
    description:
      "New jobs and trained workers in a year, as this unit itself reported them. Null: it reported nothing.",
  })
  labor(
    @Ctx() context: RequestContext,
    @Root() { id }: AdministrativeUnitEntity,
    @Args(() => YearArgs) { year }: YearArgs,
  ): Promise<LaborYearEntity | null> {
    return context.load(laborOfUnit, id, { year: checkedYear(year) });
  }
}
