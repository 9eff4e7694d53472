import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import { Title } from "@an-sinh/subgraph-kit/federation/titles";
import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { ResponsibleAgencyEntity } from "../responsible-agency/responsible-agency.entity.js";
import { agencyField, findAgency } from "../responsible-agency/responsible-agency.service.js";
import { CareBenefitEntity } from "./care-benefit.entity.js";

@Resolver(() => CareBenefitEntity)
export class CareBenefitResolver {
  @Title("Cơ quan phụ trách")
  @FieldResolver(() => ResponsibleAgencyEntity, agencyField("when it was given"))
  responsibleAgency(
    @Ctx() context: RequestContext,
    @Root() { paidOn }: CareBenefitEntity,
  ): Promise<ResponsibleAgencyEntity | null> {
    return findAgency(context, paidOn);
  }
}
