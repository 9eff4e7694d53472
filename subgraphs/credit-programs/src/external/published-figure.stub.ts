import { Directive, Field, ID, Int, ObjectType } from "type-graphql";
import { AdministrativeUnit } from "./administrative-unit.stub.js";

/** Owned by households; here it gains what this department computes for it. All but the id is sent along by the gateway. */
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

  /** The year at whose end the figure stands. Null: no year is named. */
  @Field(() => Int, { nullable: true })
  @Directive("@external")
  toYear?: number | null;

  /** Null: the whole country. */
  @Field(() => AdministrativeUnit, { nullable: true })
  @Directive("@external")
  administrativeUnit?: AdministrativeUnit | null;
}
