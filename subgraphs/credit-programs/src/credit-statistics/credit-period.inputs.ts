import { BadUserInputError } from "@an-sinh/server/errors";
import { checkedYear } from "@an-sinh/subgraph-kit/calendar";
import { ArgsType, Field, Int } from "type-graphql";
import { LenderKind } from "../credit-program/credit-program.enums.js";
import type { CreditPeriod } from "./credit-period.loaders.js";

@ArgsType()
export class CreditPeriodArgs {
  @Field(() => Int, { description: "The first year, from 1945 to 2100. Anything else is BAD_USER_INPUT." })
  fromYear!: number;

  @Field(() => Int, {
    description: "The last year, not before the first, up to 2100. Anything else is BAD_USER_INPUT.",
  })
  toYear!: number;

  @Field(() => LenderKind, {
    nullable: true,
    description: "Only programs of this kind of lender. Null: of both.",
  })
  lenderKind?: LenderKind | null;
}

/** The period asked for. Throws BAD_USER_INPUT for years that nobody can mean or in the wrong order. */
export function checkedPeriod({ fromYear, toYear, lenderKind }: CreditPeriodArgs): CreditPeriod {
  checkedYear(fromYear, "fromYear");
  checkedYear(toYear, "toYear");
  if (fromYear <= toYear) return { fromYear, toYear, lenderKind: lenderKind ?? null };
  throw new BadUserInputError(
    `toYear: expected a year that is not before fromYear, but got: ${fromYear} to ${toYear}.`,
  );
}
