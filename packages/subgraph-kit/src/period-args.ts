import "reflect-metadata";
import { BadUserInputError } from "@an-sinh/server/errors";
import { ArgsType, Field, Int } from "type-graphql";
import { checkedYear } from "./calendar.js";

/** The argument of statistics of one year. Check it with `checkedYear`. */
@ArgsType()
export class YearArgs {
  @Field(() => Int, { description: "The year, from 1945 to 2100. Anything else is BAD_USER_INPUT." })
  year!: number;
}

/** Consecutive years, both included. */
export interface Period {
  readonly fromYear: number;
  readonly toYear: number;
}

/** The arguments of statistics of several years. Check them with `checkedPeriod`. */
@ArgsType()
export class PeriodArgs implements Period {
  @Field(() => Int, { description: "The first year, from 1945 to 2100. Anything else is BAD_USER_INPUT." })
  fromYear!: number;

  @Field(() => Int, {
    description: "The last year, fromYear or later, up to 2100. Anything else is BAD_USER_INPUT.",
  })
  toYear!: number;
}

/**
 * The period itself. Throws BAD_USER_INPUT, naming the argument, for years that nobody can mean and for a period that
 * ends before it begins.
 */
export function checkedPeriod({ fromYear, toYear }: Period): Period {
  checkedYear(fromYear, "fromYear");
  checkedYear(toYear, "toYear");
  if (fromYear <= toYear) return { fromYear, toYear };
  throw new BadUserInputError(
    `toYear: expected a year that is not before fromYear, but got: ${fromYear} to ${toYear}.`,
    { extensions: { argument: "toYear" } },
  );
}
