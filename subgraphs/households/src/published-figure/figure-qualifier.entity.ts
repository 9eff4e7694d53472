import { decimal, enumeration, identifier } from "@an-sinh/subgraph-kit/database/columns";
import { enumType } from "@an-sinh/subgraph-kit/enum-type";
import { CacheControl, maxAge } from "@an-sinh/subgraph-kit/federation/cache-control";
import { Field, Float, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";

export const FigureComparison = enumType(
  "FigureComparison",
  "When a computed value agrees with a published one.",
  {
    EQUAL: "The computed value is the same, rounded to the decimals that were published.",
    WITHIN: "The computed value is the same when rounded, or differs by at most the tolerance.",
    MORE_THAN: "The computed value is greater, but by no more than the tolerance if there is one.",
    AT_LEAST: "The computed value is the same or greater, but by no more than the tolerance if there is one.",
    AT_MOST: "The computed value is the same or smaller, but by no more than the tolerance if there is one.",
  },
);
export type FigureComparison = keyof typeof FigureComparison;

@CacheControl({ maxAge: maxAge.catalog })
@ObjectType("FigureQualifier", {
  description: "How a qualifier of a published figure is read when a computed value is compared with it.",
})
@Entity("figure_qualifier")
export class FigureQualifierEntity {
  @Field(() => String, {
    description: 'The qualifier: "more than". An empty text: there is no qualifier, or only a remark.',
  })
  @PrimaryColumn({ ...identifier })
  qualifier!: string;

  @Field(() => FigureComparison, { description: "The rule." })
  @Column({ ...enumeration })
  comparison!: FigureComparison;

  @Field(() => Float, {
    nullable: true,
    description:
      "How far a value that agrees may be from the published one, in percent of it. Null: without a limit.",
  })
  @Column({ ...decimal(6, 2), name: "tolerance_percent", nullable: true })
  tolerancePercent!: number | null;
}
