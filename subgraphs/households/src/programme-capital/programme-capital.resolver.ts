import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import { AdministrativeUnitEntity } from "../administrative-unit/administrative-unit.entity.js";
import { CapitalAllocation } from "./capital-allocation.type.js";
import { NationalProgrammeEntity } from "./national-programme.entity.js";
import { componentProjectById, nationalProgrammes, subProjectById } from "./programme-capital.loaders.js";
import { listCapital } from "./programme-capital.service.js";
import { ComponentProjectEntity, SubProjectEntity } from "./programme-projects.entity.js";

@Resolver(() => AdministrativeUnitEntity)
export class UnitCapitalResolver {
  @Query(() => [NationalProgrammeEntity], {
    description: "The National Target Programmes on record, in the order of their codes.",
  })
  nationalProgrammes(@Ctx() context: RequestContext): Promise<NationalProgrammeEntity[]> {
    return nationalProgrammes(context);
  }

  @FieldResolver(() => [CapitalAllocation], {
    description:
      "Capital of a National Target Programme over its whole term, by component project, sub-project and source, in this order. Empty: none on record.",
  })
  capital(
    @Ctx() context: RequestContext,
    @Root() { id }: AdministrativeUnitEntity,
    @Arg("programme", () => String, {
      description:
        "The programme's code, one of nationalProgrammes: SUSTAINABLE_POVERTY_REDUCTION. Another is BAD_USER_INPUT.",
    })
    programme: string,
  ): Promise<CapitalAllocation[]> {
    return listCapital(context, id, programme);
  }
}

@Resolver(() => CapitalAllocation)
export class CapitalAllocationResolver {
  @FieldResolver(() => SubProjectEntity, { description: "The sub-project that it is for." })
  subProject(
    @Ctx() context: RequestContext,
    @Root() { subProjectId }: CapitalAllocation,
  ): Promise<SubProjectEntity | null> {
    return context.load(subProjectById, subProjectId);
  }

  @FieldResolver(() => ComponentProjectEntity, { description: "The component project that it belongs to." })
  async componentProject(
    @Ctx() context: RequestContext,
    @Root() { subProjectId }: CapitalAllocation,
  ): Promise<ComponentProjectEntity | null> {
    const sub = await context.load(subProjectById, subProjectId);
    return sub && context.load(componentProjectById, sub.componentProjectId);
  }
}
