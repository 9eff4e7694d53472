import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import { Title } from "@an-sinh/subgraph-kit/federation/titles";
import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { ResponsibleAgencyEntity } from "../responsible-agency/responsible-agency.entity.js";
import { agencyField, findAgency } from "../responsible-agency/responsible-agency.service.js";
import { HealthInsuranceCardEntity } from "./health-insurance-card.entity.js";

@Resolver(() => HealthInsuranceCardEntity)
export class HealthInsuranceCardResolver {
  @Title("Cơ quan phụ trách")
  @FieldResolver(() => ResponsibleAgencyEntity, agencyField("when it became valid"))
  responsibleAgency(
    @Ctx() context: RequestContext,
    @Root() { validFrom }: HealthInsuranceCardEntity,
  ): Promise<ResponsibleAgencyEntity | null> {
    return findAgency(context, validFrom);
  }
}
