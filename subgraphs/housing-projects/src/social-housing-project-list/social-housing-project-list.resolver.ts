import { Cost } from "@an-sinh/subgraph-kit/federation/costs";
import { Paged } from "@an-sinh/subgraph-kit/pagination/paged";
import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import { CacheControl, maxAge } from "@an-sinh/subgraph-kit/federation/cache-control";
import type { Page } from "@an-sinh/subgraph-kit/pagination/connection";
import { Args, Ctx, Query, Resolver } from "type-graphql";
import type { SocialHousingProjectEntity } from "../social-housing-project/social-housing-project.entity.js";
import {
  SocialHousingProjectConnection,
  SocialHousingProjectsArgs,
} from "./social-housing-project-list.inputs.js";
import { listProjects } from "./social-housing-project-list.service.js";

@Resolver()
export class SocialHousingProjectListResolver {
  @Paged()
  @Cost(20)
  @CacheControl({ maxAge: maxAge.statistics })
  @Query(() => SocialHousingProjectConnection, {
    nullable: true,
    description: "Social housing projects, by name unless `orderBy` says otherwise.",
  })
  socialHousingProjects(
    @Ctx() context: RequestContext,
    @Args(() => SocialHousingProjectsArgs) args: SocialHousingProjectsArgs,
  ): Promise<Page<SocialHousingProjectEntity>> {
    return listProjects(context, args);
  }
}
