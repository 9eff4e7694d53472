import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import type { Page } from "@an-sinh/subgraph-kit/pagination/connection";
import { PageArgs } from "@an-sinh/subgraph-kit/pagination/page-args";
import { Args, Ctx, FieldResolver, Int, Query, Resolver, Root } from "type-graphql";
import { ApartmentCompletionEntity } from "../apartment-completion/apartment-completion.entity.js";
import {
  completedApartmentsOf,
  completionsOfProject,
} from "../apartment-completion/apartment-completion.loaders.js";
import { AdministrativeUnit } from "../external/administrative-unit.js";
import type { SocialHousingApplicationEntity } from "../social-housing-application/social-housing-application.entity.js";
import { SocialHousingApplicationConnection } from "../social-housing-application/social-housing-application.inputs.js";
import { applicationsOfProject } from "../social-housing-application/social-housing-application.loaders.js";
import { SocialHousingProjectEntity } from "./social-housing-project.entity.js";
import {
  CompletedApartmentsArgs,
  SocialHousingProjectArgs,
  SocialHousingProjectConnection,
  SocialHousingProjectsArgs,
} from "./social-housing-project.inputs.js";
import { projectById } from "./social-housing-project.loaders.js";
import { listProjects } from "./social-housing-project.service.js";

@Resolver(() => SocialHousingProjectEntity)
export class SocialHousingProjectResolver {
  @Query(() => SocialHousingProjectEntity, {
    nullable: true,
    description: "The social housing project with this id. Null: there is none.",
  })
  socialHousingProject(
    @Ctx() context: RequestContext,
    @Args(() => SocialHousingProjectArgs) { id }: SocialHousingProjectArgs,
  ): Promise<SocialHousingProjectEntity | null> {
    return context.load(projectById, id);
  }

  @Query(() => SocialHousingProjectConnection, {
    description: "Social housing projects, by name unless told otherwise.",
  })
  socialHousingProjects(
    @Ctx() context: RequestContext,
    @Args(() => SocialHousingProjectsArgs) args: SocialHousingProjectsArgs,
  ): Promise<Page<SocialHousingProjectEntity>> {
    return listProjects(context, args);
  }

  @FieldResolver(() => AdministrativeUnit, {
    description: "The commune that the project lies in, as of today.",
  })
  administrativeUnit(@Root() { communeId }: SocialHousingProjectEntity): AdministrativeUnit {
    return { id: communeId };
  }

  @FieldResolver(() => Int, {
    description: "How many apartments were completed by a day, in all phases together.",
  })
  completedApartments(
    @Ctx() context: RequestContext,
    @Root() { id }: SocialHousingProjectEntity,
    @Args(() => CompletedApartmentsArgs) { on }: CompletedApartmentsArgs,
  ): Promise<number> {
    return context.load(completedApartmentsOf, id, { on: on ?? context.today });
  }

  @FieldResolver(() => [ApartmentCompletionEntity], {
    description: "The phases that are completed, in their order. Empty: none yet.",
  })
  completions(
    @Ctx() context: RequestContext,
    @Root() { id }: SocialHousingProjectEntity,
  ): Promise<ApartmentCompletionEntity[]> {
    return context.load(completionsOfProject, id);
  }

  @FieldResolver(() => SocialHousingApplicationConnection, {
    description: "The applications for apartments of the project, in the order in which they were submitted.",
  })
  applications(
    @Ctx() context: RequestContext,
    @Root() { id }: SocialHousingProjectEntity,
    @Args(() => PageArgs) args: PageArgs,
  ): Promise<Page<SocialHousingApplicationEntity>> {
    return context.load(applicationsOfProject, id, args);
  }
}
