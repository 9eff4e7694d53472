import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import { checkedYear } from "@an-sinh/subgraph-kit/calendar";
import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from "type-graphql";
import { CareBenefitEntity } from "../care-benefit/care-benefit.entity.js";
import { careBenefitsOfRecord } from "../care-benefit/care-benefit.loaders.js";
import { HealthInsuranceCardEntity } from "../health-insurance-card/health-insurance-card.entity.js";
import { cardsOfRecord } from "../health-insurance-card/health-insurance-card.loaders.js";
import { HousingGrantEntity } from "../housing-grant/housing-grant.entity.js";
import { grantsOfRecord } from "../housing-grant/housing-grant.loaders.js";
import { ResponsibleAgencyEntity } from "../responsible-agency/responsible-agency.entity.js";
import { findAgency } from "../responsible-agency/responsible-agency.service.js";
import { MeritoriousRecordEntity } from "./meritorious-record.entity.js";

/** What a record brought beside allowances, and who answers for it. */
@Resolver(() => MeritoriousRecordEntity)
export class MeritoriousCareResolver {
  @FieldResolver(() => [CareBenefitEntity], {
    description: "Convalescence, gifts and one-off benefits that were given, the earliest first.",
  })
  careBenefits(
    @Ctx() context: RequestContext,
    @Root() { id }: MeritoriousRecordEntity,
    @Arg("year", () => Int, {
      nullable: true,
      description:
        "Only those given in this year, from 1945 to 2100; anything else is BAD_USER_INPUT. Null: all.",
    })
    year: number | null,
  ): Promise<CareBenefitEntity[]> {
    return context.load(careBenefitsOfRecord, id, {
      year: typeof year === "number" ? checkedYear(year) : null,
    });
  }

  @FieldResolver(() => [HealthInsuranceCardEntity], {
    description: "The health insurance that the state pays because of this record, the earliest first.",
  })
  healthInsuranceCards(
    @Ctx() context: RequestContext,
    @Root() { id }: MeritoriousRecordEntity,
  ): Promise<HealthInsuranceCardEntity[]> {
    return context.load(cardsOfRecord, id);
  }

  @FieldResolver(() => [HousingGrantEntity], {
    description: "What the household was granted for its house because of this record, the earliest first.",
  })
  housingGrants(
    @Ctx() context: RequestContext,
    @Root() { id }: MeritoriousRecordEntity,
  ): Promise<HousingGrantEntity[]> {
    return context.load(grantsOfRecord, id);
  }

  @FieldResolver(() => ResponsibleAgencyEntity, {
    nullable: true,
    description: "The agency that keeps the record today. Null: none is on record.",
  })
  responsibleAgency(@Ctx() context: RequestContext): Promise<ResponsibleAgencyEntity | null> {
    return findAgency(context, context.today);
  }
}
