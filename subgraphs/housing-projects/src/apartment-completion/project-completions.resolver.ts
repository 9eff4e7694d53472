import { ListSize } from "@an-sinh/subgraph-kit/federation/costs";
import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import { About, Title } from "@an-sinh/subgraph-kit/federation/titles";
import { DateScalar } from "@an-sinh/subgraph-kit/scalars";
import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from "type-graphql";
import { SocialHousingProjectEntity } from "../social-housing-project/social-housing-project.entity.js";
import { ApartmentCompletionEntity } from "./apartment-completion.entity.js";
import { completedApartmentsOf, completionsOfProject } from "./apartment-completion.loaders.js";

/** Which apartments of a project are completed. */
@Resolver(() => SocialHousingProjectEntity)
export class ProjectCompletionsResolver {
  @About("Số căn hộ hoàn thành tính đến ngày tra cứu, cộng tất cả các giai đoạn.")
  @Title("Số căn hộ hoàn thành")
  @FieldResolver(() => Int, {
    nullable: true,
    description: "How many apartments were completed by a day, in all phases together.",
  })
  completedApartments(
    @Ctx() context: RequestContext,
    @Root() { id }: SocialHousingProjectEntity,
    @Arg("on", () => DateScalar, {
      nullable: true,
      description: "The apartments are counted at the end of this day. Null: today.",
    })
    on: string | null | undefined,
  ): Promise<number> {
    return context.load(completedApartmentsOf, id, { on: on ?? context.today });
  }

  @ListSize(5)
  @Title("Các giai đoạn hoàn thành", "Completed phases")
  @FieldResolver(() => [ApartmentCompletionEntity], {
    description: "The phases that are completed, in their order. Empty: none yet.",
  })
  completions(
    @Ctx() context: RequestContext,
    @Root() { id }: SocialHousingProjectEntity,
  ): Promise<ApartmentCompletionEntity[]> {
    return context.load(completionsOfProject, id);
  }
}
