import type { RequestContext } from "@an-sinh/kit/context";
import { DateScalar } from "@an-sinh/kit/scalars";
import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import { AdministrativeUnitEntity } from "../administrative-unit/administrative-unit.entity.js";
import { unitById } from "../administrative-unit/administrative-unit.loaders.js";
import { PovertyStandardEntity } from "./poverty-standard.entity.js";
import { listStandards } from "./poverty-standard.service.js";

@Resolver(() => PovertyStandardEntity)
export class PovertyStandardResolver {
  @Query(() => [PovertyStandardEntity], {
    description: "The poverty standards, central and provincial, in the order of their ids.",
  })
  povertyStandards(
    @Ctx() context: RequestContext,
    @Arg("on", () => DateScalar, {
      nullable: true,
      description: "In force on this day. Null: all on record.",
    })
    on: string | null,
  ): Promise<PovertyStandardEntity[]> {
    return listStandards(context, on ?? null);
  }

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
}
