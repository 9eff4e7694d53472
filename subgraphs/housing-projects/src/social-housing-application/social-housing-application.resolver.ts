import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import { Title } from "@an-sinh/subgraph-kit/federation/titles";
import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import { Household } from "../external/household.stub.js";
import { Person } from "../external/person.stub.js";
import { SocialHousingProjectEntity } from "../social-housing-project/social-housing-project.entity.js";
import { projectById } from "../social-housing-project/social-housing-project.loaders.js";
import { SocialHousingApplicationEntity } from "./social-housing-application.entity.js";
import { applicationById } from "./social-housing-application.loaders.js";

@Resolver(() => SocialHousingApplicationEntity)
export class SocialHousingApplicationResolver {
  @Query(() => SocialHousingApplicationEntity, {
    nullable: true,
    description: "The application for social housing with this id. Null: there is none.",
  })
  socialHousingApplication(
    @Ctx() context: RequestContext,
    @Arg("id", () => ID, { description: "The application for social housing's id." }) id: string,
  ): Promise<SocialHousingApplicationEntity | null> {
    return context.load(applicationById, id);
  }

  @Title("Dự án nhà ở xã hội", "Social housing project")
  @FieldResolver(() => SocialHousingProjectEntity, { description: "The project applied for." })
  project(
    @Ctx() context: RequestContext,
    @Root() { projectId }: SocialHousingApplicationEntity,
  ): Promise<SocialHousingProjectEntity | null> {
    return context.load(projectById, projectId);
  }

  @Title("Người")
  @FieldResolver(() => Person, { nullable: true, description: "The applicant." })
  person(@Root() { personId }: SocialHousingApplicationEntity): Person {
    return { id: personId };
  }

  @Title("Hộ gia đình")
  @FieldResolver(() => Household, {
    nullable: true,
    description: "The applicant's household on the day of the application. Null: not on the register.",
  })
  household(@Root() { householdId }: SocialHousingApplicationEntity): Household | null {
    return householdId === null ? null : { id: householdId };
  }
}
