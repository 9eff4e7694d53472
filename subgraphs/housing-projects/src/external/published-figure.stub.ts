import { Directive, Field, ID, Int, ObjectType } from "type-graphql";
import { AdministrativeUnit } from "./administrative-unit.stub.js";

/**
 * Households owns published figures. This department adds what it computes for each. The gateway sends every field
 * but the id only for a field that requires it. Some gateways leave nulls out, so undefined means null there.
 */
@ObjectType("PublishedFigure")
@Directive('@key(fields: "id")')
export class PublishedFigure {
  @Field(() => ID)
  id!: string;

  /** What to compute. Null: the graph computes nothing that the figure could be compared with. */
  @Field(() => String, { nullable: true })
  @Directive("@external")
  measure?: string | null;

  /** The first year of the period. Null: from the beginning of the register. */
  @Field(() => Int, { nullable: true })
  @Directive("@external")
  fromYear?: number | null;

  /** The figure is as of 31 December of this year. Null: the source names no year. */
  @Field(() => Int, { nullable: true })
  @Directive("@external")
  toYear?: number | null;

  /** Null: the whole country. */
  @Field(() => AdministrativeUnit, { nullable: true })
  @Directive("@external")
  administrativeUnit?: AdministrativeUnit | null;
}
