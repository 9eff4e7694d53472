import { ListSize } from "@an-sinh/subgraph-kit/federation/costs";
import { checkedYear } from "@an-sinh/subgraph-kit/calendar";
import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import { Title } from "@an-sinh/subgraph-kit/federation/titles";
import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from "type-graphql";
import { MeritoriousRecordEntity } from "../meritorious-record/meritorious-record.entity.js";
import { CareBenefitEntity } from "./care-benefit.entity.js";
import { careBenefitsOfRecord } from "./care-benefit.loaders.js";

@Resolver(() => MeritoriousRecordEntity)
export class RecordCareBenefitsResolver {
  @ListSize(4)
  @Title("Chế độ chăm sóc")
  @FieldResolver(() => [CareBenefitEntity], {
    nullable: true,
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
}
