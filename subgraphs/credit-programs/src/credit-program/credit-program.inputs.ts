import { DateScalar } from "@an-sinh/subgraph-kit/scalars";
import { ArgsType, Field } from "type-graphql";
import { LenderKind } from "./credit-program.enums.js";

@ArgsType()
export class CreditProgramArgs {
  @Field(() => String, { description: 'The code in the register, such as "POOR_HOUSEHOLDS".' })
  code!: string;
}

@ArgsType()
export class CreditProgramsArgs {
  @Field(() => DateScalar, {
    nullable: true,
    description: "Only programs with terms on record for this day. Null: all programs.",
  })
  on?: string | null;

  @Field(() => LenderKind, {
    nullable: true,
    description: "Only programs of this kind of lender. Null: of both.",
  })
  lenderKind?: LenderKind | null;
}

@ArgsType()
export class CreditTermsArgs {
  @Field(() => DateScalar, {
    nullable: true,
    description: "The day on which the terms are in force. Null: today.",
  })
  on?: string | null;
}
