import { Directive, Field, ID, Int, ObjectType } from "type-graphql";
import { AdministrativeUnit } from "./administrative-unit.stub.js";

/**
 * The households department owns it. This department adds what it computes for the figure. The gateway sends all fields
 * but the id only where a field requires them.
 */
@ObjectType("PublishedFigure")
@Directive('@key(fields: "id")')
export class PublishedFigure {
  @Field(() => ID)
  id!: string;

  /** What to compute. Null: nothing in the graph corresponds to the figure. */
  @Field(() => String, { nullable: true })
  @Directive("@external")
  measure?: string | null;

  /** The first year of the period. Null: from the beginning. */
  @Field(() => Int, { nullable: true })
  @Directive("@external")
  fromYear?: number | null;

  /** The year at the end of which the figure was true. Null: the source names no year. */
  @Field(() => Int, { nullable: true })
  @Directive("@external")
  toYear?: number | null;

  /** Null: the whole country. */
  @Field(() => AdministrativeUnit, { nullable: true })
  @Directive("@external")
  administrativeUnit?: AdministrativeUnit | null;
}
