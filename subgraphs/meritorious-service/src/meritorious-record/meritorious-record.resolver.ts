import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import type { Page } from "@an-sinh/subgraph-kit/pagination/connection";
import { PageArgs } from "@an-sinh/subgraph-kit/pagination/page-args";
import { DateScalar } from "@an-sinh/subgraph-kit/scalars";
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import { allowancesOnArgument } from "../allowance/allowance.inputs.js";
import { listAllowances } from "../allowance/allowance.service.js";
import { Allowance } from "../allowance/allowance.type.js";
import { Person } from "../external/person.type.js";
import { MeritoriousCategoryEntity } from "../meritorious-category/meritorious-category.entity.js";
import { getCategory } from "../meritorious-category/meritorious-category.service.js";
import type { PaymentEntity } from "../payment/payment.entity.js";
import { PaymentConnection } from "../payment/payment.inputs.js";
import { paymentsOfRecord } from "../payment/payment.loaders.js";
import { MeritoriousRecordEntity } from "./meritorious-record.entity.js";
import { MeritoriousRecordConnection, MeritoriousRecordsArgs } from "./meritorious-record.inputs.js";
import { recordById } from "./meritorious-record.loaders.js";
import { listRecords } from "./meritorious-record.service.js";

@Resolver(() => MeritoriousRecordEntity)
export class MeritoriousRecordResolver {
  @Query(() => MeritoriousRecordEntity, {
    nullable: true,
    description: "The record with this id. Null: there is none.",
  })
  meritoriousRecord(
    @Ctx() context: RequestContext,
    @Arg("id", () => ID, { description: "The record's id." }) id: string,
  ): Promise<MeritoriousRecordEntity | null> {
    return context.load(recordById, id);
  }

  @Query(() => MeritoriousRecordConnection, {
    description:
      "Records of people with meritorious service and of their relatives; neighbors stand together.",
  })
  meritoriousRecords(
    @Ctx() context: RequestContext,
    @Args(() => MeritoriousRecordsArgs) args: MeritoriousRecordsArgs,
  ): Promise<Page<MeritoriousRecordEntity>> {
    return listRecords(context, args);
  }

  @FieldResolver(() => Person, { description: "Whom the record is about." })
  person(@Root() { personId }: MeritoriousRecordEntity): Person {
    return { id: personId };
  }

  @FieldResolver(() => MeritoriousCategoryEntity, { description: "What the person is recognized as." })
  category(
    @Ctx() context: RequestContext,
    @Root() { categoryId }: MeritoriousRecordEntity,
  ): Promise<MeritoriousCategoryEntity> {
    return getCategory(context, categoryId);
  }

  @FieldResolver(() => MeritoriousRecordEntity, {
    nullable: true,
    description:
      "The record of the person with meritorious service whose relative this person is. Null: recognized for their own service.",
  })
  relativeOf(
    @Ctx() context: RequestContext,
    @Root() { relativeOfId }: MeritoriousRecordEntity,
  ): Promise<MeritoriousRecordEntity | null> | null {
    return relativeOfId === null ? null : context.load(recordById, relativeOfId);
  }

  @FieldResolver(() => [Allowance], {
    description: "The monthly allowances and one-off benefits that the record brings on a day.",
  })
  allowances(
    @Ctx() context: RequestContext,
    @Root() { id }: MeritoriousRecordEntity,
    @Arg("on", () => DateScalar, allowancesOnArgument) on: string | null,
  ): Promise<Allowance[]> {
    return listAllowances(context, [id], on ?? context.today);
  }

  @FieldResolver(() => PaymentConnection, { description: "What was paid, the latest month first." })
  payments(
    @Ctx() context: RequestContext,
    @Root() { id }: MeritoriousRecordEntity,
    @Args(() => PageArgs) args: PageArgs,
  ): Promise<Page<PaymentEntity>> {
    return context.load(paymentsOfRecord, id, args);
  }
}
