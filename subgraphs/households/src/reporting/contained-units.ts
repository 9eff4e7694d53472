import { BadUserInputError } from "@an-sinh/server/errors";
import { checkedYear } from "@an-sinh/subgraph-kit/calendar";

/**
 * A common table `contained (unit_id, part_id)`: every unit asked for with each unit whose land lies wholly
 * in it, itself included. A figure that a unit reports without naming localities counts for that unit and
 * for those that contain it, on whichever day's boundaries; never for a part of it. Takes the ids once.
 */
export const containedUnits = (unitIds: readonly string[]): string => `
  WITH contained AS (
    SELECT whole.unit_id, part.unit_id AS part_id
    FROM territory whole JOIN territory part ON part.locality_id = whole.locality_id
    WHERE whole.unit_id IN (${marks(unitIds)})
    GROUP BY whole.unit_id, part.unit_id
    HAVING COUNT(*) = (SELECT COUNT(*) FROM territory land WHERE land.unit_id = part.unit_id)
  )`;

export const marks = (values: readonly unknown[]): string => values.map(() => "?").join(", ");

/** Raw sums arrive as texts on MySQL. */
export type Sum = number | string;

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
  throw new BadUserInputError(
    `toYear: expected ${fromYear}, which is fromYear, or a later year, but got: ${toYear}.`,
  );
}
