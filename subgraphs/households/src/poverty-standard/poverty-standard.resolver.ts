import { ListSize } from "@an-sinh/subgraph-kit/federation/costs";
import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import { Title } from "@an-sinh/subgraph-kit/federation/titles";
import { DateScalar } from "@an-sinh/subgraph-kit/scalars";
import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import { AdministrativeUnitEntity } from "../administrative-unit/administrative-unit.entity.js";
import { unitById } from "../administrative-unit/administrative-unit.loaders.js";
import { Deprivation, deprivationsOf } from "./deprivation.js";
import { PovertyStandardEntity } from "./poverty-standard.entity.js";
import { listStandards } from "./poverty-standard.service.js";

@Resolver(() => PovertyStandardEntity)
export class PovertyStandardResolver {
  @ListSize(15)
  @Query(() => [PovertyStandardEntity], {
    nullable: true,
    description: "The poverty standards, central and provincial, in the order of their ids.",
  })
  povertyStandards(
    @Ctx() context: RequestContext,
    @Arg("on", () => DateScalar, {
      nullable: true,
      description: "In force on this day. Null: all on record.",
    })
    on: string | null,
  ): Promise<readonly PovertyStandardEntity[]> {
    return listStandards(context, on ?? null);
  }

  @Title("Nơi ban hành")
  @FieldResolver(() => AdministrativeUnitEntity, {
    nullable: true,
    description: "The province that issued it. Null: the central government.",
  })
  issuedBy(
    @Ctx() context: RequestContext,
    @Root() { issuedById }: PovertyStandardEntity,
  ): Promise<AdministrativeUnitEntity | null> | null {
    return issuedById === null ? null : context.load(unitById, issuedById);
  }

  @Title("Các chỉ số thiếu hụt được tính")
  @FieldResolver(() => [Deprivation], {
    description:
      "The indicators that the standard counts, in the order of the law. The central standard 2016–2020 also counts the use of health services, which is not listed, because no review on record asked about it (Decision 59/2015/QD-TTg). The central standard from 2027 no longer counts INFORMATION_ACCESS_MEANS (Decree 351/2025/ND-CP). Its two new indicators, on internet and digital services and on waste, are not listed, because past reviews did not ask about them.",
  })
  countedDeprivations(@Root() standard: PovertyStandardEntity): Deprivation[] {
    return deprivationsOf(standard.countedDeprivations);
  }
}
