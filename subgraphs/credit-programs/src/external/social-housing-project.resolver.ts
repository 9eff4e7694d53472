import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { financingOfProject } from "../project-financing/project-financing.loaders.js";
import { ProjectFinancing } from "../project-financing/project-financing.type.js";
import { SocialHousingProject } from "./social-housing-project.js";

@Resolver(() => SocialHousingProject)
export class SocialHousingProjectResolver {
  @FieldResolver(() => ProjectFinancing, {
    description:
      "Loans of the credit package to the project's developer and buyers; zeros where no bank lent.",
  })
  financing(@Ctx() context: RequestContext, @Root() { id }: SocialHousingProject): Promise<ProjectFinancing> {
    return context.load(financingOfProject, id);
  }
}
