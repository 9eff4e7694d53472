import { ListSize } from "@an-sinh/subgraph-kit/federation/costs";
import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import { Title } from "@an-sinh/subgraph-kit/federation/titles";
import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import { AdministrativeUnitEntity } from "../administrative-unit/administrative-unit.entity.js";
import { CapitalAllocation } from "./capital-allocation.type.js";
import { NationalProgramEntity } from "./national-program.entity.js";
import { componentProjectById, nationalPrograms, subProjectById } from "./program-capital.loaders.js";
import { listCapital } from "./program-capital.service.js";
import { ComponentProjectEntity, SubProjectEntity } from "./program-projects.entity.js";

@Resolver(() => AdministrativeUnitEntity)
export class UnitCapitalResolver {
  @ListSize(5)
  @Query(() => [NationalProgramEntity], {
    nullable: true,
    description: "The National Target Programs on record, in the order of their codes.",
  })
  nationalPrograms(@Ctx() context: RequestContext): Promise<readonly NationalProgramEntity[]> {
    return nationalPrograms(context);
  }

  @ListSize(40)
  @Title("Vốn chương trình mục tiêu quốc gia", "Program capital")
  @FieldResolver(() => [CapitalAllocation], {
    nullable: true,
    description:
      "Capital of a National Target Program over its whole term, in the order of component projects, sub-projects and sources. Empty: none is on record.",
  })
  capital(
    @Ctx() context: RequestContext,
    @Root() { id }: AdministrativeUnitEntity,
    @Arg("program", () => String, {
      description:
        "The code of one of the nationalPrograms, such as SUSTAINABLE_POVERTY_REDUCTION. Another one is BAD_USER_INPUT.",
    })
    program: string,
  ): Promise<CapitalAllocation[]> {
    return listCapital(context, id, program);
  }
}

@Resolver(() => CapitalAllocation)
export class CapitalAllocationResolver {
  @Title("Tiểu dự án", "Sub-project")
  @FieldResolver(() => SubProjectEntity, { description: "The sub-project that it is for." })
  subProject(
    @Ctx() context: RequestContext,
    @Root() { subProjectId }: CapitalAllocation,
  ): Promise<SubProjectEntity | null> {
    return context.load(subProjectById, subProjectId);
  }

  @Title("Dự án thành phần")
  @FieldResolver(() => ComponentProjectEntity, { description: "The component project that it belongs to." })
  async componentProject(
    @Ctx() context: RequestContext,
    @Root() { subProjectId }: CapitalAllocation,
  ): Promise<ComponentProjectEntity | null> {
    const sub = await context.load(subProjectById, subProjectId);
    return sub && context.load(componentProjectById, sub.componentProjectId);
  }
}
