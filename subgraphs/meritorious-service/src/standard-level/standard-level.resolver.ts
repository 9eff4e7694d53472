import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import { DateScalar } from "@an-sinh/subgraph-kit/scalars";
import { Arg, Ctx, Query, Resolver } from "type-graphql";
import { StandardLevelEntity } from "./standard-level.entity.js";
import { findStandardLevel } from "./standard-level.service.js";

@Resolver(() => StandardLevelEntity)
export class StandardLevelResolver {
  @Query(() => StandardLevelEntity, {
    nullable: true,
    description:
      "The standard level in force on a day, and how multiples of it are rounded. Null: none is on record for that day.",
  })
  meritoriousStandardLevel(
    @Ctx() context: RequestContext,
    @Arg("on", () => DateScalar, { nullable: true, description: "The day. Null: today." }) on: string | null,
  ): Promise<StandardLevelEntity | null> {
    return findStandardLevel(context, on ?? context.today);
  }
}
