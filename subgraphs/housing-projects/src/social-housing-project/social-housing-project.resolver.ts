import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import { Title } from "@an-sinh/subgraph-kit/federation/titles";
import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import { AdministrativeUnit } from "../external/administrative-unit.stub.js";
import { SocialHousingProjectEntity } from "./social-housing-project.entity.js";
import { projectById } from "./social-housing-project.loaders.js";

@Resolver(() => SocialHousingProjectEntity)
export class SocialHousingProjectResolver {
  @Query(() => SocialHousingProjectEntity, {
    nullable: true,
    description: "The social housing project with this id. Null: there is none.",
  })
  socialHousingProject(
    @Ctx() context: RequestContext,
    @Arg("id", () => ID, { description: "The project's id." }) id: string,
  ): Promise<SocialHousingProjectEntity | null> {
    return context.load(projectById, id);
  }

  @Title("Đơn vị hành chính")
  @FieldResolver(() => AdministrativeUnit, {
    nullable: true,
    description: "The commune of today that the project lies in.",
  })
  administrativeUnit(@Root() { communeId }: SocialHousingProjectEntity): AdministrativeUnit {
    return { id: communeId };
  }
}
