import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import { Title } from "@an-sinh/subgraph-kit/federation/titles";
import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { SocialHousingProject } from "../external/social-housing-project.stub.js";
import { financingOf } from "./project-financing.service.js";
import { ProjectFinancing } from "./project-financing.type.js";

@Resolver(() => SocialHousingProject)
export class ProjectFinancingResolver {
  @Title("Vốn vay")
  @FieldResolver(() => ProjectFinancing, {
    nullable: true,
    description:
      "Loans of the credit package to the project's developer and buyers. Zeros where no bank lent.",
  })
  financing(@Ctx() context: RequestContext, @Root() { id }: SocialHousingProject): Promise<ProjectFinancing> {
    return financingOf(context, id);
  }
}
