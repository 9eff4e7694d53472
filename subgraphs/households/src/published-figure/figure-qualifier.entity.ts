import { decimal, enumeration, identifier } from "@an-sinh/subgraph-kit/database/columns";
import { enumType } from "@an-sinh/subgraph-kit/enum-type";
import { Field, Float, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";

export const FigureComparison = enumType(
  "FigureComparison",
  "When a computed value agrees with a published one.",
  {
    EQUAL: "It is the same, rounded to the decimals that were published.",
    WITHIN: "It is the same so rounded, or differs by at most the tolerance.",
    MORE_THAN: "It is greater, by at most the tolerance where there is one.",
    AT_LEAST: "It is not smaller, and not greater by more than the tolerance if there is one.",
    AT_MOST: "It is not greater, and not smaller by more than the tolerance if there is one.",
  },
);
export type FigureComparison = keyof typeof FigureComparison;

@ObjectType("FigureQualifier", {
  description: "How a qualifier of a published figure is read when a computed value is compared with it.",
})
@Entity("figure_qualifier")
export class FigureQualifierEntity {
  @Field(() => String, { description: 'The qualifier: "more than". Empty: no qualifier, or a mere remark.' })
  @PrimaryColumn({ ...identifier })
  qualifier!: string;

  @Field(() => FigureComparison, { description: "The rule." })
  @Column({ ...enumeration })
  comparison!: FigureComparison;

  @Field(() => Float, {
    nullable: true,
    description: "How far from the published value is still agreement, in percent of it. Null: no limit.",
  })
  @Column({ ...decimal(6, 2), name: "tolerance_percent", nullable: true })
  tolerancePercent!: number | null;
}
