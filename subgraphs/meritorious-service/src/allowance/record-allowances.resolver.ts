import { ListSize } from "@an-sinh/subgraph-kit/federation/costs";
import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import { Title } from "@an-sinh/subgraph-kit/federation/titles";
import { DateScalar } from "@an-sinh/subgraph-kit/scalars";
import { Arg, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { MeritoriousRecordEntity } from "../meritorious-record/meritorious-record.entity.js";
import { allowancesOnArgument } from "./allowance.inputs.js";
import { listAllowances } from "./allowance.service.js";
import { Allowance } from "./allowance.type.js";

@Resolver(() => MeritoriousRecordEntity)
export class RecordAllowancesResolver {
  @ListSize(3)
  @Title("Chế độ ưu đãi")
  @FieldResolver(() => [Allowance], {
    nullable: true,
    description: "The monthly allowances and one-off benefits to which the record entitles on a day.",
  })
  allowances(
    @Ctx() context: RequestContext,
    @Root() { id }: MeritoriousRecordEntity,
    @Arg("on", () => DateScalar, allowancesOnArgument) on: string | null,
  ): Promise<Allowance[]> {
    return listAllowances(context, [id], on ?? context.today);
  }
}
