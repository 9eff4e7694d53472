import { Cost, ListSize } from "@an-sinh/subgraph-kit/federation/costs";
import { Paged } from "@an-sinh/subgraph-kit/pagination/paged";
import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import { CacheControl, maxAge } from "@an-sinh/subgraph-kit/federation/cache-control";
import { About, Title } from "@an-sinh/subgraph-kit/federation/titles";
import { Translated } from "@an-sinh/subgraph-kit/languages/translated";
import type { Wording } from "@an-sinh/subgraph-kit/languages/wording";
import type { Page } from "@an-sinh/subgraph-kit/pagination/connection";
import { PageArgs } from "@an-sinh/subgraph-kit/pagination/page-args";
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import { AdministrativeUnitEntity } from "./administrative-unit.entity.js";
import {
  AdministrativeUnitArgs,
  AdministrativeUnitConnection,
  AdministrativeUnitsArgs,
} from "./administrative-unit.inputs.js";
import {
  childrenOfUnit,
  predecessorsOfUnit,
  successorsOfUnit,
  unitById,
} from "./administrative-unit.loaders.js";
import { datedName } from "./dated-name.js";
import { findUnitByCode, listUnits } from "./administrative-unit.service.js";

@Resolver(() => AdministrativeUnitEntity)
export class AdministrativeUnitResolver {
  @Query(() => AdministrativeUnitEntity, {
    nullable: true,
    description:
      "The unit with this id, of today or closed. Null: there is none. A code is no id: see administrativeUnit.",
  })
  administrativeUnitById(
    @Ctx() context: RequestContext,
    @Arg("id", () => ID, { description: "The administrative unit's id." }) id: string,
  ): Promise<AdministrativeUnitEntity | null> {
    return context.load(unitById, id);
  }

  @Query(() => AdministrativeUnitEntity, {
    nullable: true,
    description: "The unit that had this code on this day. Null: none had it.",
  })
  administrativeUnit(
    @Ctx() context: RequestContext,
    @Args(() => AdministrativeUnitArgs) { code, on }: AdministrativeUnitArgs,
  ): Promise<AdministrativeUnitEntity | null> {
    return findUnitByCode(context, code, on ?? context.today);
  }

  @Paged()
  @Cost(20)
  @CacheControl({ maxAge: maxAge.catalog })
  @Query(() => AdministrativeUnitConnection, {
    nullable: true,
    description: "Administrative units, of today and closed, in the order of their codes.",
  })
  administrativeUnits(
    @Ctx() context: RequestContext,
    @Args(() => AdministrativeUnitsArgs) args: AdministrativeUnitsArgs,
  ): Promise<Page<AdministrativeUnitEntity>> {
    return listUnits(context, args);
  }

  @Translated()
  @About(
    'Tên đơn vị kèm thời gian tồn tại (nếu biết), ví dụ "Tỉnh Bắc Ninh (đến 30/06/2025)", để phân biệt các đơn vị trùng tên.',
  )
  @Title("Đơn vị hành chính (thời gian)", "Unit with its days")
  @FieldResolver(() => String, {
    description:
      'The name with the days between which the unit exists, as far as they are known: "Tỉnh Bắc Ninh (until 2025-06-30)". It tells units of one name apart.',
  })
  datedName(@Root() unit: AdministrativeUnitEntity): Wording {
    return datedName(unit);
  }

  @Title("Đơn vị cấp trên", "Unit above")
  @FieldResolver(() => AdministrativeUnitEntity, {
    nullable: true,
    description: "The unit that this one lies in. Null: this one is a province.",
  })
  parent(
    @Ctx() context: RequestContext,
    @Root() { parentId }: AdministrativeUnitEntity,
  ): Promise<AdministrativeUnitEntity | null> | null {
    return parentId === null ? null : context.load(unitById, parentId);
  }

  @Paged()
  @CacheControl({ maxAge: maxAge.catalog })
  @Title("Đơn vị trực thuộc", "Units in it")
  @FieldResolver(() => AdministrativeUnitConnection, {
    nullable: true,
    description: "The units that lie directly in this one, of today and closed, in the order of their codes.",
  })
  children(
    @Ctx() context: RequestContext,
    @Root() { id }: AdministrativeUnitEntity,
    @Args(() => PageArgs) args: PageArgs,
  ): Promise<Page<AdministrativeUnitEntity>> {
    return context.load(childrenOfUnit, id, args);
  }

  @ListSize(5)
  @Title("Đơn vị trước sắp xếp", "Units before")
  @FieldResolver(() => [AdministrativeUnitEntity], {
    description: "The closed units whose land, or a part of it, this unit took over. Empty: none on record.",
  })
  predecessors(
    @Ctx() context: RequestContext,
    @Root() { id }: AdministrativeUnitEntity,
  ): Promise<AdministrativeUnitEntity[]> {
    return context.load(predecessorsOfUnit, id);
  }

  @ListSize(3)
  @Title("Đơn vị sau sắp xếp", "Units after")
  @FieldResolver(() => [AdministrativeUnitEntity], {
    description:
      "The units that took over the land of this unit when it was closed. Empty: it is still valid.",
  })
  successors(
    @Ctx() context: RequestContext,
    @Root() { id }: AdministrativeUnitEntity,
  ): Promise<AdministrativeUnitEntity[]> {
    return context.load(successorsOfUnit, id);
  }
}
