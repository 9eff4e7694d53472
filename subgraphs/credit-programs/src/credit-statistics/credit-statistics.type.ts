import { ListSize } from "@an-sinh/subgraph-kit/federation/costs";
import { VndScalar } from "@an-sinh/subgraph-kit/scalars";
import { Field, Int, ObjectType } from "type-graphql";

/** A program's figures in one unit and year. */
@ObjectType({ description: "What one program lent in a unit." })
export class CreditProgramStatistics {
  programId!: string;

  @Field(() => Int, {
    description:
      "Borrowers with something outstanding on 31 December: persons who signed, and developers by project.",
  })
  borrowers: number = 0;

  @Field(() => Int, { description: "Households with something outstanding on 31 December." })
  households: number = 0;

  @Field(() => Int, { description: "How many loans were paid out during the year." })
  disbursedLoans: number = 0;

  @Field(() => Int, { description: "To how many households loans were paid out during the year." })
  disbursedHouseholds: number = 0;

  @Field(() => VndScalar, { description: "What was paid out during the year." })
  disbursed: number = 0;

  @Field(() => VndScalar, { description: "The principal outstanding on 31 December, overdue or not." })
  outstanding: number = 0;

  @Field(() => VndScalar, {
    description: "The part of it that was overdue. A part-overdue loan counts with that part only.",
  })
  overdue: number = 0;
}

@ObjectType({ description: "Loans under credit programs in a unit, as of 31 December of a year." })
export class CreditStatistics {
  constructor(
    readonly unitId: string,
    year: number,
    programs: CreditProgramStatistics[],
  ) {
    this.year = year;
    this.programs = programs;
  }

  @Field(() => Int, {
    description: "The year. What was paid out is that of the year; balances are those of its 31 December.",
  })
  year: number;

  @ListSize(25)
  @Field(() => [CreditProgramStatistics], {
    description:
      "By program, for each that lent during the year or had something outstanding at its end. Empty: none.",
  })
  programs: CreditProgramStatistics[];

  @Field(() => VndScalar, { description: "What was paid out during the year, all programs together." })
  get disbursed(): number {
    return this.programs.reduce((sum, program) => sum + program.disbursed, 0);
  }

  @Field(() => VndScalar, {
    description:
      "The principal outstanding on 31 December, all programs together, those of commercial banks too.",
  })
  get outstanding(): number {
    return this.programs.reduce((sum, program) => sum + program.outstanding, 0);
  }

  @Field(() => VndScalar, {
    description:
      "The overdue part of what was outstanding, all programs together, those of commercial banks too.",
  })
  get overdue(): number {
    return this.programs.reduce((sum, program) => sum + program.overdue, 0);
  }
}
