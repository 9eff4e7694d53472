import { connectionType } from "@an-sinh/subgraph-kit/pagination/connection";
import { PageArgs } from "@an-sinh/subgraph-kit/pagination/page-args";
import { DateScalar } from "@an-sinh/subgraph-kit/scalars";
import { unitField } from "@an-sinh/territory/unit-field";
import { ArgsType, Field, ID, InputType } from "type-graphql";
import { EntrustedOrganization } from "../savings-group/savings-group.enums.js";
import { LoanEntity } from "./loan.entity.js";
import { BorrowerKind, LoanStatus } from "./loan.enums.js";

export const LoanConnection = connectionType(() => LoanEntity, "Loan");

@InputType({ description: "Which loans to list. Every condition that is given must hold." })
export class LoanFilter {
  @Field(() => ID, unitField("The loan was lent in"))
  administrativeUnit?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'The loan was lent under the program with this code, such as "POOR_HOUSEHOLDS". BAD_USER_INPUT for the code of no program.',
  })
  program?: string | null;

  @Field(() => LoanStatus, { nullable: true, description: "The loan has this status." })
  status?: LoanStatus | null;

  @Field(() => BorrowerKind, { nullable: true, description: "The loan is owed by this kind of borrower." })
  borrowerKind?: BorrowerKind | null;

  @Field(() => ID, {
    nullable: true,
    description:
      "The loan was lent through the savings-and-credit group with this id. NOT_FOUND for an unknown id; BAD_USER_INPUT for an empty text.",
  })
  savingsGroup?: string | null;

  @Field(() => EntrustedOrganization, {
    nullable: true,
    description: "The loan was lent through a group that this organization manages.",
  })
  entrustedOrganization?: EntrustedOrganization | null;

  @Field(() => ID, {
    nullable: true,
    description:
      "The loan was paid out by the transaction office with this id. NOT_FOUND for an unknown id; BAD_USER_INPUT for an empty text.",
  })
  transactionOffice?: string | null;

  @Field(() => DateScalar, { nullable: true, description: "The loan was paid out on this day or later." })
  disbursedFrom?: string | null;

  @Field(() => DateScalar, { nullable: true, description: "The loan was paid out on this day or earlier." })
  disbursedTo?: string | null;

  @Field(() => ID, {
    nullable: true,
    description:
      "The loan was lent to the household with this id. Another department keeps the households: an unknown id gives an empty list. BAD_USER_INPUT for an empty text.",
  })
  household?: string | null;

  @Field(() => ID, {
    nullable: true,
    description:
      "The loan was signed for by the person with this id. Another department keeps the people: an unknown id gives an empty list. BAD_USER_INPUT for an empty text.",
  })
  borrower?: string | null;

  @Field(() => ID, {
    nullable: true,
    description:
      "The loan finances the social housing project with this id. Another department keeps the projects: an unknown id gives an empty list. BAD_USER_INPUT for an empty text.",
  })
  project?: string | null;
}

@ArgsType()
export class LoansArgs extends PageArgs {
  @Field(() => LoanFilter, { nullable: true, description: "Null: all loans." })
  filter?: LoanFilter | null;
}

@ArgsType()
export class LoanArgs {
  @Field(() => ID, { description: "The loan's id." })
  id!: string;
}

@ArgsType()
export class LoansOfHouseholdArgs {
  @Field(() => LoanStatus, { nullable: true, description: "Only loans with this status. Null: all." })
  status?: LoanStatus | null;
}
