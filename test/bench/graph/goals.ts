import { markdownTable } from "../tables/markdown-table.js";

/** What was aimed at, and what was reached in one database. */
export interface Goal {
  readonly goal: string;
  readonly store: string;
  readonly reached: string;
  readonly isReached: boolean;
}

export const goalsTable = (goals: readonly Goal[]): string =>
  markdownTable(
    ["goal", "database", "reached", ""],
    goals.map(({ goal, store, reached, isReached }) => [goal, store, reached, isReached ? "yes" : "missed"]),
  );
