import { Paged } from "@an-sinh/subgraph-kit/pagination/paged";
import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import { Title } from "@an-sinh/subgraph-kit/federation/titles";
import type { Page } from "@an-sinh/subgraph-kit/pagination/connection";
import { PageArgs } from "@an-sinh/subgraph-kit/pagination/page-args";
import { Args, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { MeritoriousRecordEntity } from "../meritorious-record/meritorious-record.entity.js";
import type { PaymentEntity } from "./payment.entity.js";
import { PaymentConnection } from "./payment.inputs.js";
import { paymentsOfRecord } from "./payment.loaders.js";

@Resolver(() => MeritoriousRecordEntity)
export class RecordPaymentsResolver {
  @Paged()
  @Title("Các lần chi trả")
  @FieldResolver(() => PaymentConnection, {
    nullable: true,
    description: "The monthly payments for the record, the latest month first.",
  })
  payments(
    @Ctx() context: RequestContext,
    @Root() { id }: MeritoriousRecordEntity,
    @Args(() => PageArgs) args: PageArgs,
  ): Promise<Page<PaymentEntity>> {
    return context.load(paymentsOfRecord, id, args);
  }
}
