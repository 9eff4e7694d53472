import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import { DateScalar } from "@an-sinh/subgraph-kit/scalars";
import { Arg, Ctx, Query, Resolver } from "type-graphql";
import { BasePayEntity } from "./base-pay.entity.js";
import { findBasePay } from "./base-pay.service.js";

@Resolver(() => BasePayEntity)
export class BasePayResolver {
  @Query(() => BasePayEntity, {
    nullable: true,
    description:
      "The base pay by which amounts for people with meritorious service are set on a day. Null: none is on record for that day.",
  })
  meritoriousBasePay(
    @Ctx() context: RequestContext,
    @Arg("on", () => DateScalar, { nullable: true, description: "The day. Null: today." }) on: string | null,
  ): Promise<BasePayEntity | null> {
    return findBasePay(context, on ?? context.today);
  }
}
