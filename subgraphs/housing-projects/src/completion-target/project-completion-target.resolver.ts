import { ListSize } from "@an-sinh/subgraph-kit/federation/costs";
import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import { checkedYear } from "@an-sinh/subgraph-kit/calendar";
import { Title } from "@an-sinh/subgraph-kit/federation/titles";
import { YearArgs } from "@an-sinh/subgraph-kit/period-args";
import { Args, Ctx, FieldResolver, Int, Resolver, Root } from "type-graphql";
import { SocialHousingProjectEntity } from "../social-housing-project/social-housing-project.entity.js";
import { targetsOfProject } from "./completion-target.loaders.js";
import { ProjectCompletionTargetEntity } from "./project-completion-target.entity.js";
import { completedDuring, isBehindTarget } from "./project-completion-target.service.js";

@Resolver(() => ProjectCompletionTargetEntity)
export class ProjectCompletionTargetResolver {
  @Title("Số căn hộ hoàn thành trong năm", "Apartments completed during the year")
  @FieldResolver(() => Int, { description: "How many apartments were completed during the year." })
  completed(
    @Ctx() context: RequestContext,
    @Root() { projectId, year }: ProjectCompletionTargetEntity,
  ): Promise<number> {
    return completedDuring(context, projectId, year);
  }
}

/** The targets of a project, year by year. */
@Resolver(() => SocialHousingProjectEntity)
export class ProjectTargetsResolver {
  @ListSize(5)
  @Title("Chỉ tiêu hoàn thành")
  @FieldResolver(() => [ProjectCompletionTargetEntity], {
    description: "What has to be completed in each year, the earliest year first. Empty: no target was set.",
  })
  completionTargets(
    @Ctx() context: RequestContext,
    @Root() { id }: SocialHousingProjectEntity,
  ): Promise<ProjectCompletionTargetEntity[]> {
    return context.load(targetsOfProject, id);
  }

  @Title("Chậm tiến độ", "Behind target")
  @FieldResolver(() => Boolean, {
    nullable: true,
    description:
      "Whether fewer apartments were completed during a year than its target asks for. In the current year, the apartments completed so far count. False: enough were completed, or no target was set.",
  })
  async isBehindTarget(
    @Ctx() context: RequestContext,
    @Root() { id }: SocialHousingProjectEntity,
    @Args(() => YearArgs) { year }: YearArgs,
  ): Promise<boolean> {
    return isBehindTarget(context, id, checkedYear(year));
  }
}
