import { markdownTable } from "../bench/tables/markdown-table.js";
import type { Outcome } from "./outcome.js";

/** What came of a question. */
interface Asked {
  readonly question: string;
  readonly outcome: Outcome;
  /** Why another answer is known and no fault of this graph. Null: it is not known. */
  readonly known: string | null;
}

/** What came of a router. */
export interface RouterResult {
  readonly title: string;
  /** Why it was not asked. Null: it was. */
  readonly missing: string | null;
  readonly asked: readonly Asked[];
}

export function routerTable(results: readonly RouterResult[]): string {
  const rows = results
    .filter(({ missing }) => missing === null)
    .map(({ title, asked }) => {
      const count = (kind: Outcome["kind"]) => asked.filter(({ outcome }) => outcome.kind === kind).length;
      const known = asked.filter((each) => each.known !== null).length;
      return [
        title,
        String(asked.length),
        ...[count("equal"), count("different"), count("none"), known].map(String),
      ];
    });
  return markdownTable(["router", "asked", "equal", "different", "not answered", "of these known"], rows);
}

/** What was not as expected, a line each. */
export const notesOf = (results: readonly RouterResult[]): string[] =>
  results.flatMap(({ title, missing, asked }) =>
    missing === null
      ? asked.flatMap(({ question, outcome, known }) =>
          outcome.kind === "equal"
            ? []
            : [
                `${title}, ${question}: ${wordOf[outcome.kind]}: ${outcome.why}${known ? ` (known: ${known})` : ""}`,
              ],
        )
      : [`${title} was not asked: ${missing}`],
  );

const wordOf = { different: "different", none: "not answered" };

/** Whether something differs that is not known. */
export const hasNewDifference = (results: readonly RouterResult[]): boolean =>
  results.some(({ asked }) => asked.some(({ outcome, known }) => outcome.kind !== "equal" && known === null));
