import type { RequestContext } from "@an-sinh/subgraph-kit/context";

/** Whether a number tells about so few that it is withheld. 0 is shown. */
export type IsSmall = (count: number) => boolean;

/** Numbers up to the largest that is not shown. */
export const upTo =
  (largest: number): IsSmall =>
  (count) =>
    count > 0 && count <= largest;

/** The same for people, households and loans. */
export const isSmall = upTo(4);

/** What one statistic counts in one unit: numbers that are shown or withheld together. */
export interface Cell {
  readonly unitId: string;
  /** Names the cell among those of the unit. */
  readonly cell: string;
  /** The cell that this one adds up to, together with the others by the same property. Left out: to none. */
  readonly partOf?: PartOf;
  /** Numbers of people, households or loans. Each cell of a name has as many. */
  readonly counts: readonly number[];
  /** Which numbers are small, if it counts something else, such as payments. All cells of a statistic say the same. */
  readonly isSmall?: IsSmall;
}

/** A cell that is divided by a property, such as all loans by their status. */
export interface PartOf {
  readonly cell: string;
  readonly by: string;
}

/** A statistic whose small numbers are withheld, for the questions that it answers, such as a year. */
export interface CellsDefinition<Question> {
  /** Who has this scope sees all cells of the units in the own areas. */
  readonly scope: string;
  /** Counts the cells of units: some hundreds at once. What is left out is 0. */
  readonly read: (
    context: RequestContext,
    unitIds: readonly string[],
    question: Question,
  ) => Promise<readonly Cell[]>;
}

/** The end of the description of a field that is null where it is withheld. */
export const withheldIfSmall =
  "Null: withheld, because it would tell about fewer than 5, or would let such a number be computed.";

/** The same, of the field's explanation in Vietnamese. */
export const withheldInVietnamese =
  "Để trống: số liệu được giữ kín vì liên quan đến dưới 5 đối tượng, hoặc để không suy ra được số liệu như vậy.";

/** How the names of the withheld cells go on that begin with some words. */
export const withheldAfter = (withheld: ReadonlySet<string>, beginning: string): string[] =>
  [...withheld].filter((cell) => cell.startsWith(beginning)).map((cell) => cell.slice(beginning.length));

/** The number of a cell, or null where it is withheld. */
export const unlessWithheld = <Value>(
  withheld: ReadonlySet<string>,
  cell: string,
  value: Value,
): Value | null => (withheld.has(cell) ? null : value);
