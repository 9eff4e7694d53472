import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import { checkedYear } from "@an-sinh/subgraph-kit/year";
import { Args, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { AdministrativeUnitEntity } from "../administrative-unit/administrative-unit.entity.js";
import { YearArgs } from "../reporting/period.inputs.js";
import { LabourYearEntity } from "./labour-year.entity.js";
import { labourOfUnit } from "./labour.loaders.js";

@Resolver(() => AdministrativeUnitEntity)
export class UnitLabourResolver {
  @FieldResolver(() => LabourYearEntity, {
    nullable: true,
    description: "New jobs and trained workers in a year. Null: this very unit reported nothing for it.",
  })
  labour(
    @Ctx() context: RequestContext,
    @Root() { id }: AdministrativeUnitEntity,
    @Args(() => YearArgs) { year }: YearArgs,
  ): Promise<LabourYearEntity | null> {
    return context.load(labourOfUnit, id, { year: checkedYear(year) });
  }
}
