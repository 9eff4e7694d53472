import { Cost, ListSize } from "@an-sinh/subgraph-kit/federation/costs";
import { Paged } from "@an-sinh/subgraph-kit/pagination/paged";
import { filledText } from "@an-sinh/subgraph-kit/arguments";
import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import { CacheControl, maxAge } from "@an-sinh/subgraph-kit/federation/cache-control";
import { Internal } from "@an-sinh/subgraph-kit/federation/internal";
import { About, Title } from "@an-sinh/subgraph-kit/federation/titles";
import type { Page } from "@an-sinh/subgraph-kit/pagination/connection";
import {
  Arg,
  Args,
  Ctx,
  Directive,
  FieldResolver,
  Float,
  ID,
  Int,
  Query,
  Resolver,
  Root,
} from "type-graphql";
import { AdministrativeUnitEntity } from "../administrative-unit/administrative-unit.entity.js";
import { unitById } from "../administrative-unit/administrative-unit.loaders.js";
import { measureOf } from "./figure-measure.js";
import { FigureQualifierEntity } from "./figure-qualifier.entity.js";
import { spanOf } from "./figure-span.js";
import { PublishedFigureEntity } from "./published-figure.entity.js";
import { PublishedFigureConnection, PublishedFiguresArgs } from "./published-figure.inputs.js";
import { figuresOfUnit, publishedFigureById } from "./published-figure.loaders.js";
import {
  computeFigure,
  figureAgrees,
  getQualifier,
  isComputedFromSample,
  listFigures,
} from "./published-figure.service.js";

const needsOtherDepartments = '@requires(fields: "housingProjectsValue creditProgramsValue")';

@Resolver(() => PublishedFigureEntity)
export class PublishedFigureResolver {
  @Query(() => PublishedFigureEntity, {
    nullable: true,
    description: "The published figure with this id. Null: there is none.",
  })
  publishedFigure(
    @Ctx() context: RequestContext,
    @Arg("id", () => ID, { description: "The published figure's id." }) id: string,
  ): Promise<PublishedFigureEntity | null> {
    return context.load(publishedFigureById, id);
  }

  @Paged()
  @Cost(20)
  @CacheControl({ maxAge: maxAge.statistics })
  @Query(() => PublishedFigureConnection, {
    nullable: true,
    description: "Published figures, in the order of their ids.",
  })
  publishedFigures(
    @Ctx() context: RequestContext,
    @Args(() => PublishedFiguresArgs) args: PublishedFiguresArgs,
  ): Promise<Page<PublishedFigureEntity>> {
    return listFigures(context, args);
  }

  @Title("Đơn vị hành chính")
  @FieldResolver(() => AdministrativeUnitEntity, {
    nullable: true,
    description: "The unit that it is about. Null: the whole country.",
  })
  administrativeUnit(
    @Ctx() context: RequestContext,
    @Root() { unitId }: PublishedFigureEntity,
  ): Promise<AdministrativeUnitEntity | null> | null {
    return unitId === null ? null : context.load(unitById, unitId);
  }

  @Directive(needsOtherDepartments)
  @Cost(10)
  @About(
    "Giá trị hệ thống tính từ dữ liệu của cơ quan quản lý cho cùng đơn vị hành chính, chỉ tiêu, kỳ số liệu và đơn vị tính. Để trống: không tính được, chưa có dữ liệu hoặc cơ quan liên quan không trả lời.",
  )
  @Title("Giá trị tính từ dữ liệu")
  @FieldResolver(() => Float, {
    nullable: true,
    description:
      "What the graph computes today for the same administrative unit, indicator and period, in the same `unit`, from the registers of the department that keeps them. Null: the graph does not compute it or has no data for it, or a department that computes figures did not respond.",
  })
  computedValue(
    @Ctx() context: RequestContext,
    @Root() figure: PublishedFigureEntity,
  ): Promise<number | null> {
    return computeFigure(context, figure);
  }

  @Directive(needsOtherDepartments)
  @About("Giá trị công bố và giá trị tính toán có khớp nhau hay không. Để trống: không có giá trị tính toán.")
  @Title("Khớp số liệu")
  @FieldResolver(() => Boolean, {
    nullable: true,
    description:
      "Whether value and computedValue agree by the rule in `comparison`. Null: there is no computedValue.",
  })
  agrees(@Ctx() context: RequestContext, @Root() figure: PublishedFigureEntity): Promise<boolean | null> {
    return figureAgrees(context, figure);
  }

  @Directive(
    '@requires(fields: "housingProjectsValue creditProgramsValue housingProjectsIsSample creditProgramsIsSample")',
  )
  @About(
    "Giá trị tính toán có dựa trên dữ liệu mẫu hay không. Dữ liệu mẫu được lập để phù hợp với số liệu công bố. Để trống: không có giá trị tính toán.",
  )
  @Title("Tính từ số liệu mẫu", "Computed from sample data")
  @FieldResolver(() => Boolean, {
    nullable: true,
    description:
      "Whether computedValue rests on the sample data of the department that computes it. The sample was made so that it agrees with the published value. Null: there is no computedValue.",
  })
  computedFromSample(
    @Ctx() context: RequestContext,
    @Root() figure: PublishedFigureEntity,
  ): Promise<boolean | null> {
    return isComputedFromSample(context, figure);
  }

  @Title("Cách so sánh")
  @FieldResolver(() => FigureQualifierEntity, {
    description: "The rule of the qualifier by which a computed value is compared.",
  })
  comparison(
    @Ctx() context: RequestContext,
    @Root() { qualifier }: PublishedFigureEntity,
  ): Promise<FigureQualifierEntity> {
    return getQualifier(context, qualifier);
  }

  @Internal()
  @FieldResolver(() => String, {
    nullable: true,
    description: "For departments: the name of what to compute. Null: the graph does not compute it.",
  })
  measure(@Root() { program, indicator }: PublishedFigureEntity): string | null {
    return measureOf(program, indicator);
  }

  @Internal()
  @FieldResolver(() => Int, {
    nullable: true,
    description: "For departments: the first year of the period. Null: from the beginning, or not given.",
  })
  fromYear(@Root() { period, asOf }: PublishedFigureEntity): number | null {
    return spanOf(period, asOf)?.fromYear ?? null;
  }

  @Internal()
  @FieldResolver(() => Int, {
    nullable: true,
    description: "For departments: the year at whose end the figure stands. Null: no year is named.",
  })
  toYear(@Root() { period, asOf }: PublishedFigureEntity): number | null {
    return spanOf(period, asOf)?.toYear ?? null;
  }
}

@Resolver(() => AdministrativeUnitEntity)
export class UnitPublishedFiguresResolver {
  @ListSize(60)
  @Title("Số liệu công bố")
  @FieldResolver(() => [PublishedFigureEntity], {
    nullable: true,
    description:
      "What was published about the unit itself, in the order of the figures' ids. Empty: nothing was.",
  })
  publishedFigures(
    @Ctx() context: RequestContext,
    @Root() { id }: AdministrativeUnitEntity,
    @Arg("program", () => String, {
      nullable: true,
      description: "Of this program only. An empty text is BAD_USER_INPUT. Null: of all programs.",
    })
    program: string | null,
  ): Promise<PublishedFigureEntity[]> {
    return context.load(figuresOfUnit, id, {
      program: program == null ? null : filledText("program", program),
    });
  }
}
