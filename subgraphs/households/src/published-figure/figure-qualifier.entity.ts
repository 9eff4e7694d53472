import { decimal, enumeration, identifier } from "@an-sinh/subgraph-kit/database/columns";
import { enumType } from "@an-sinh/subgraph-kit/enum-type";
import { CacheControl, maxAge } from "@an-sinh/subgraph-kit/federation/cache-control";
import { Title } from "@an-sinh/subgraph-kit/federation/titles";
import { Translated } from "@an-sinh/subgraph-kit/languages/translated";
import { Field, Float, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";

export const FigureComparison = enumType(
  "FigureComparison",
  "When a computed value agrees with a published one.",
  {
    EQUAL: {
      vi: "Bằng",
      description: "The computed value is the same, rounded to the decimals that were published.",
    },
    WITHIN: {
      vi: "Xấp xỉ",
      description: "The computed value is the same when rounded, or differs by at most the tolerance.",
    },
    MORE_THAN: {
      vi: "Lớn hơn",
      description: "The computed value is greater, but by no more than the tolerance if there is one.",
    },
    AT_LEAST: {
      vi: "Ít nhất",
      description:
        "The computed value is the same or greater, but by no more than the tolerance if there is one.",
    },
    AT_MOST: {
      vi: "Nhiều nhất",
      description:
        "The computed value is the same or smaller, but by no more than the tolerance if there is one.",
    },
  },
);
export type FigureComparison = keyof typeof FigureComparison;

@CacheControl({ maxAge: maxAge.catalog })
@ObjectType("FigureQualifier", {
  description: "How a qualifier of a published figure is read when a computed value is compared with it.",
})
@Entity("figure_qualifier")
export class FigureQualifierEntity {
  @Translated()
  @Title("Từ chỉ mức độ")
  @Field(() => String, {
    description: 'The qualifier: "more than". An empty text: there is no qualifier, or only a remark.',
  })
  @PrimaryColumn({ ...identifier })
  qualifier!: string;

  @Title("Cách so sánh")
  @Field(() => FigureComparison, { description: "The rule." })
  @Column({ ...enumeration })
  comparison!: FigureComparison;

  @Title("Sai số cho phép (%)", "Tolerance (%)")
  @Field(() => Float, {
    nullable: true,
    description:
      "How far a value that agrees may be from the published one, in percent of it. Null: without a limit.",
  })
  @Column({ ...decimal(6, 2), name: "tolerance_percent", nullable: true })
  tolerancePercent!: number | null;
}
