import { ListSize } from "@an-sinh/subgraph-kit/federation/costs";
import { checkedYear, firstDayOf } from "@an-sinh/subgraph-kit/calendar";
import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import { Title } from "@an-sinh/subgraph-kit/federation/titles";
import { DateScalar } from "@an-sinh/subgraph-kit/scalars";
import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from "type-graphql";
import { AdministrativeUnitEntity } from "../administrative-unit/administrative-unit.entity.js";
import { AssistanceProgramEntity } from "../assistance-program/assistance-program.entity.js";
import { assistanceProgramByCode } from "../assistance-program/assistance-program.loaders.js";
import { SupportTopUpEntity } from "./support-top-up.entity.js";
import { topUpsOfUnit } from "./support-top-up.loaders.js";

@Resolver(() => AdministrativeUnitEntity)
export class UnitTopUpResolver {
  @ListSize(5)
  @Title("Mức hỗ trợ riêng của địa phương", "Support top-ups")
  @FieldResolver(() => [SupportTopUpEntity], {
    nullable: true,
    description:
      "Support levels above the central ones that this unit itself set, the lowest first. Empty: none is on record.",
  })
  supportTopUps(
    @Ctx() context: RequestContext,
    @Root() { id }: AdministrativeUnitEntity,
    @Arg("year", () => Int, {
      nullable: true,
      description:
        "Only those in force in this year, from 1945 to 2100. Another year is BAD_USER_INPUT. Null: all on record.",
    })
    year: number | null,
  ): Promise<SupportTopUpEntity[]> {
    return context.load(topUpsOfUnit, id, { year: year == null ? null : checkedYear(year) });
  }
}

@Resolver(() => SupportTopUpEntity)
export class SupportTopUpResolver {
  @Title("Hiệu lực từ ngày")
  @FieldResolver(() => DateScalar, {
    description:
      "The first day: 1 January of the first year, or the day on which the central support began. The social pension began on 2025-07-01 (Decree 176/2025/ND-CP).",
  })
  validFrom(@Root() { beganOn, fromYear }: SupportTopUpEntity): string {
    return beganOn ?? firstDayOf(fromYear);
  }

  @Title("Chương trình trợ giúp")
  @FieldResolver(() => AssistanceProgramEntity, {
    nullable: true,
    description:
      "The program of assistance whose amounts it raises. Null: it raises another kind of support.",
  })
  assistanceProgram(
    @Ctx() context: RequestContext,
    @Root() { programCode }: SupportTopUpEntity,
  ): Promise<AssistanceProgramEntity | null> | null {
    return programCode === null ? null : context.load(assistanceProgramByCode, programCode);
  }
}
