import { VndScalar } from "@an-sinh/subgraph-kit/scalars";
import { Field, Int, ObjectType } from "type-graphql";
import {
  ConstructionKind,
  FundingSource,
  HousingSupportProgram,
} from "../housing-support/housing-support.enums.js";

@ObjectType({
  description: "Social housing and housing support in an administrative unit, as of 31 December of a year.",
})
export class HousingStatistics {
  @Field(() => Int, { description: "The year at whose end, 31 December, the figures stand." })
  readonly year: number;

  constructor(
    readonly unitId: string,
    year: number,
  ) {
    this.year = year;
  }
}

@ObjectType({ description: "Housing supports of one program and kind that are completed." })
export class HousingSupportStatistics {
  /** For which unit and year: its shares are asked for by them. */
  unitId!: string;
  year!: number;

  @Field(() => HousingSupportProgram, { description: "The program." })
  program!: HousingSupportProgram;

  @Field(() => ConstructionKind, { description: "What was built." })
  kind!: ConstructionKind;

  @Field(() => Int, {
    description:
      "Houses built or repaired, or sanitary facilities built, from the beginning of the register to 31 December of the year.",
  })
  houses!: number;

  @Field(() => VndScalar, {
    description: "Dong granted for them, from the beginning of the register to 31 December of the year.",
  })
  amount!: number;

  @Field(() => Int, { description: "Of these, the houses or facilities completed during the year itself." })
  housesDuringYear!: number;

  @Field(() => VndScalar, { description: "Dong granted for those completed during the year itself." })
  amountDuringYear!: number;
}

@ObjectType({ description: "What one source paid of completed housing supports." })
export class FundingTotal {
  @Field(() => FundingSource, { description: "Who paid." })
  source!: FundingSource;

  @Field(() => VndScalar, {
    description: "Dong, from the beginning of the register to 31 December of the year.",
  })
  amount!: number;

  @Field(() => VndScalar, { description: "Dong for the supports completed during the year itself." })
  amountDuringYear!: number;
}

/** Apartments completed by 31 December of a year, and those of that year. */
export interface CompletedApartments {
  readonly apartments: number;
  readonly duringYear: number;
}

/** What the projects approved by a day add up to. */
export interface ProjectTotals {
  readonly projects: number;
  readonly landAreaHectares: number;
  readonly plannedApartments: number;
}
