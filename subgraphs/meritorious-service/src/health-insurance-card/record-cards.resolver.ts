import { ListSize } from "@an-sinh/subgraph-kit/federation/costs";
import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import { Title } from "@an-sinh/subgraph-kit/federation/titles";
import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { MeritoriousRecordEntity } from "../meritorious-record/meritorious-record.entity.js";
import { HealthInsuranceCardEntity } from "./health-insurance-card.entity.js";
import { cardsOfRecord } from "./health-insurance-card.loaders.js";

@Resolver(() => MeritoriousRecordEntity)
export class RecordCardsResolver {
  @ListSize(3)
  @Title("Thẻ bảo hiểm y tế")
  @FieldResolver(() => [HealthInsuranceCardEntity], {
    description: "The health insurance that the state pays because of this record, the earliest first.",
  })
  healthInsuranceCards(
    @Ctx() context: RequestContext,
    @Root() { id }: MeritoriousRecordEntity,
  ): Promise<HealthInsuranceCardEntity[]> {
    return context.load(cardsOfRecord, id);
  }
}
