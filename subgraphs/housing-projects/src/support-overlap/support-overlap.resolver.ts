import { ListSize } from "@an-sinh/subgraph-kit/federation/costs";
import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import { RequiresScopes } from "@an-sinh/subgraph-kit/federation/requires-scopes";
import { Title } from "@an-sinh/subgraph-kit/federation/titles";
import { Ctx, Directive, FieldResolver, Resolver, Root } from "type-graphql";
import { Household } from "../external/household.stub.js";
import { supportsOfHousehold } from "../housing-support/housing-support.loaders.js";
import { judgeOverlaps } from "./judge-overlaps.js";
import { overlapRules } from "./support-overlap.loaders.js";
import { SupportOverlap } from "./support-overlap.type.js";

@Resolver(() => Household)
export class SupportOverlapResolver {
  @RequiresScopes("housing:read", "meritorious:read")
  @Directive('@requires(fields: "housingGrants { id legalBasisCode kind amount grantedOn }")')
  @ListSize(3)
  @Title("Hỗ trợ trùng nhau", "Overlapping supports")
  @FieldResolver(() => [SupportOverlap], {
    nullable: true,
    description:
      "Every two supports that the household received for the same need, from this department or another, and what the overlap rules say about them. Empty: no overlap. Null: the grants of the meritorious service could not be read.",
  })
  async supportOverlaps(
    @Ctx() context: RequestContext,
    @Root() { id, housingGrants }: Household,
  ): Promise<SupportOverlap[] | null> {
    if (!housingGrants) return null;
    const [supports, rules] = await Promise.all([
      context.load(supportsOfHousehold, id),
      overlapRules(context),
    ]);
    return judgeOverlaps(supports, housingGrants, rules);
  }
}
