import { ListSize } from "@an-sinh/subgraph-kit/federation/costs";
import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import { Title } from "@an-sinh/subgraph-kit/federation/titles";
import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { Person } from "../external/person.stub.js";
import { SocialHousingApplicationEntity } from "./social-housing-application.entity.js";
import { applicationsOfPerson } from "./social-housing-application.loaders.js";

@Resolver(() => Person)
export class PersonApplicationsResolver {
  @ListSize(2)
  @Title("Hồ sơ đăng ký nhà ở xã hội")
  @FieldResolver(() => [SocialHousingApplicationEntity], {
    nullable: true,
    description: "The person's applications for social housing, in the order in which they were submitted.",
  })
  socialHousingApplications(
    @Ctx() context: RequestContext,
    @Root() { id }: Person,
  ): Promise<SocialHousingApplicationEntity[]> {
    return context.load(applicationsOfPerson, id);
  }
}
