import { VndScalar } from "@an-sinh/subgraph-kit/scalars";
import { Field, Int, ObjectType } from "type-graphql";
import type { LenderKind } from "../credit-program/credit-program.enums.js";

@ObjectType({ description: "What one program lent in a unit over some years." })
export class CreditProgramPeriod {
  programId!: string;

  @Field(() => Int, { description: "How many loans were paid out." })
  loans!: number;

  @Field(() => Int, {
    description: "To how many households. One that borrowed in several years counts once.",
  })
  households!: number;

  @Field(() => VndScalar, { description: "What was paid out." })
  disbursed!: number;
}

@ObjectType({ description: "What was lent in a unit over some years." })
export class CreditPeriodStatistics {
  unitId!: string;
  lenderKind!: LenderKind | null;

  @Field(() => Int, { description: "The first year." })
  fromYear!: number;

  @Field(() => Int, { description: "The last year." })
  toYear!: number;

  @Field(() => Int, { description: "How many loans were paid out from the first day to the last." })
  loans!: number;

  @Field(() => Int, {
    description: "To how many households. One that borrowed in several years or programs counts once.",
  })
  households!: number;

  @Field(() => VndScalar, { description: "What was paid out." })
  disbursed!: number;
}
