import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import { Title } from "@an-sinh/subgraph-kit/federation/titles";
import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { ResponsibleAgencyEntity } from "../responsible-agency/responsible-agency.entity.js";
import { agencyField, findAgency } from "../responsible-agency/responsible-agency.service.js";
import { StandardLevelEntity } from "../standard-level/standard-level.entity.js";
import { findStandardLevel } from "../standard-level/standard-level.service.js";
import { PaymentEntity } from "./payment.entity.js";

@Resolver(() => PaymentEntity)
export class PaymentResolver {
  @Title("Mức chuẩn trợ cấp")
  @FieldResolver(() => StandardLevelEntity, {
    nullable: true,
    description: "The standard level of the month, with the decree that set it. Null: none is on record.",
  })
  standardLevel(
    @Ctx() context: RequestContext,
    @Root() { month }: PaymentEntity,
  ): Promise<StandardLevelEntity | null> {
    return findStandardLevel(context, month);
  }

  @Title("Cơ quan phụ trách")
  @FieldResolver(() => ResponsibleAgencyEntity, agencyField("when it was paid"))
  responsibleAgency(
    @Ctx() context: RequestContext,
    @Root() { paidOn }: PaymentEntity,
  ): Promise<ResponsibleAgencyEntity | null> {
    return findAgency(context, paidOn);
  }
}
