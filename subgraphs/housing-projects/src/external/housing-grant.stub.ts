import { DateScalar, VndScalar } from "@an-sinh/subgraph-kit/scalars";
import { Directive, Field, ID, ObjectType } from "type-graphql";
import { ConstructionKind } from "../construction-kind/construction-kind.enums.js";

/** Meritorious-service owns housing grants: money for the house of a family of a person with meritorious service. */
@ObjectType("HousingGrant")
@Directive('@key(fields: "id")')
export class HousingGrant {
  @Field(() => ID)
  id!: string;

  /** DECISION_22_2013 or DECISION_21_2024. */
  @Field(() => String)
  @Directive("@external")
  legalBasisCode!: string;

  @Field(() => ConstructionKind)
  @Directive("@external")
  kind!: ConstructionKind;

  /** Dong. */
  @Field(() => VndScalar)
  @Directive("@external")
  amount!: number;

  /** The day of the granting decision. */
  @Field(() => DateScalar)
  @Directive("@external")
  grantedOn!: string;
}
