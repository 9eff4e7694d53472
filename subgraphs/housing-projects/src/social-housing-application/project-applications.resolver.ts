import { Paged } from "@an-sinh/subgraph-kit/pagination/paged";
import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import { RequiresScopes } from "@an-sinh/subgraph-kit/federation/requires-scopes";
import { Title } from "@an-sinh/subgraph-kit/federation/titles";
import { connectionType, type Page } from "@an-sinh/subgraph-kit/pagination/connection";
import { PageArgs } from "@an-sinh/subgraph-kit/pagination/page-args";
import { Args, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { SocialHousingProjectEntity } from "../social-housing-project/social-housing-project.entity.js";
import { SocialHousingApplicationEntity } from "./social-housing-application.entity.js";
import { applicationsOfProject } from "./social-housing-application.loaders.js";

const SocialHousingApplicationConnection = connectionType(
  () => SocialHousingApplicationEntity,
  "SocialHousingApplication",
);

@Resolver(() => SocialHousingProjectEntity)
export class ProjectApplicationsResolver {
  @Paged()
  @RequiresScopes("housing:read")
  @Title("Hồ sơ đăng ký")
  @FieldResolver(() => SocialHousingApplicationConnection, {
    nullable: true,
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
