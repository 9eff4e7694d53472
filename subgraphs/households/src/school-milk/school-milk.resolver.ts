import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import { RequiresScopes } from "@an-sinh/subgraph-kit/federation/requires-scopes";
import { Title } from "@an-sinh/subgraph-kit/federation/titles";
import { DateScalar } from "@an-sinh/subgraph-kit/scalars";
import { Arg, Ctx, Directive, FieldResolver, Resolver, Root } from "type-graphql";
import { PersonEntity } from "../person/person.entity.js";
import { findSchoolMilk } from "./school-milk.service.js";
import { SchoolMilkSupport } from "./school-milk.type.js";

@Resolver(() => PersonEntity)
export class PersonSchoolMilkResolver {
  @RequiresScopes("households:read", "meritorious:read")
  @Directive('@requires(fields: "isChildOfWarInvalidOrMartyr")')
  @Title("Sữa học đường")
  @FieldResolver(() => SchoolMilkSupport, {
    nullable: true,
    description:
      "Who pays the school milk of the person, as the circumstances of the child decide (in Bac Ninh: Resolution 31/2025/NQ-HDND, 2025–2030), or the same for all children (in Quang Ninh: resolution of November 2025, wholly from the budget, to 2030). Null: by age the person is no kindergarten or school child on that day, or may be none where the day of birth is not known; or the province where the household lives has no such program, or what would decide it is not known because the meritorious service failed.",
  })
  schoolMilk(
    @Ctx() context: RequestContext,
    @Root() person: PersonEntity,
    @Arg("on", () => DateScalar, { nullable: true, description: "The day. Null: today." })
    on: string | null,
  ): Promise<SchoolMilkSupport | null> {
    return findSchoolMilk(context, person, on ?? context.today);
  }
}
