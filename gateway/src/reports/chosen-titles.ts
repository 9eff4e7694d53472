import { mostValues, readChoices } from "./answer-choices.js";
import type { Language } from "./cell-texts.js";
import type { PageReading } from "./read-pages.js";
import type { Choices, Report } from "./report.js";
import { chosenValues } from "./report-parameters.js";

/** The titles of what was chosen, by parameter and value. One that cannot be found is missing. */
export type ChosenTitles = ReadonlyMap<string, ReadonlyMap<string, string>>;

export interface ChosenReading {
  readonly report: Report;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly language: Language;
  readonly choices: ReadonlyMap<string, Choices>;
  /** How an operation is asked for the caller. */
  readonly readingOf: (table: Choices) => Pick<PageReading, "ask" | "signal">;
}

export async function readChosenTitles(chosen: ChosenReading): Promise<ChosenTitles> {
  const titles = new Map<string, ReadonlyMap<string, string>>();
  for (const parameter of chosen.report.parameters) {
    const table = chosen.choices.get(parameter.choices ?? "");
    const values = chosenValues(parameter, chosen.variables).map(String);
    if (table) titles.set(parameter.name, await titlesOf(table, values, chosen));
  }
  return titles;
}

async function titlesOf(
  table: Choices,
  values: readonly string[],
  { language, readingOf }: ChosenReading,
): Promise<ReadonlyMap<string, string>> {
  const titles = new Map<string, string>();
  try {
    for (let from = 0; from < values.length; from += mostValues) {
      const asked = { language, search: "", values: values.slice(from, from + mostValues) };
      for (const { value, title } of await readChoices(table, asked, readingOf(table)))
        titles.set(value, title);
    }
  } catch {
    // The rows are whole without them, and the values themselves stand there.
  }
  return titles;
}
