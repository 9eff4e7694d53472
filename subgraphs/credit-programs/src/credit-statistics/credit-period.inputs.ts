import { checkedPeriod, PeriodArgs } from "@an-sinh/subgraph-kit/period-args";
import { ArgsType, Field } from "type-graphql";
import { LenderKind } from "../credit-program/credit-program.enums.js";
import type { CreditPeriod } from "./credit-period.loaders.js";

@ArgsType()
export class CreditPeriodArgs extends PeriodArgs {
  @Field(() => LenderKind, {
    nullable: true,
    description: "Only programs of this kind of lender. Null: of both.",
  })
  lenderKind?: LenderKind | null;
}

/** The period and kind of lender that a client named. Throws BAD_USER_INPUT as `checkedPeriod` does. */
export const checkedCreditPeriod = ({ lenderKind, ...years }: CreditPeriodArgs): CreditPeriod => ({
  ...checkedPeriod(years),
  lenderKind: lenderKind ?? null,
});
