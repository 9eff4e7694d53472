import { badArgument } from "@an-sinh/subgraph-kit/arguments";
import { checkedYear } from "@an-sinh/subgraph-kit/calendar";

/** Consecutive years, both included. */
export interface Period {
  readonly fromYear: number;
  readonly toYear: number;
}

/** The period itself. Throws BAD_USER_INPUT for years that nobody can mean and for a period that ends before it begins. */
export function checkedPeriod({ fromYear, toYear }: Period): Period {
  checkedYear(fromYear, "fromYear");
  checkedYear(toYear, "toYear");
  if (toYear >= fromYear) return { fromYear, toYear };
  throw badArgument("toYear", `${fromYear}, which is fromYear, or a later year`, toYear);
}
