import type { Choice } from "../catalog/catalog.types.js";
import { readChoices } from "../catalog/read-catalog.js";
import { headersFor } from "../run/load-report.js";

/** By what choices are found: what somebody typed, or their values. */
export type Wanted = { readonly search: string } | { readonly values: readonly string[] };

const parametersOf = (wanted: Wanted) =>
  "search" in wanted ? { search: wanted.search } : wanted.values.map((value) => ["value", value]);

/** Asks for choices. Rejects where the server refuses or does not answer. */
export async function loadChoices(
  url: string,
  wanted: Wanted,
  token: string | undefined,
  signal?: AbortSignal,
): Promise<readonly Choice[]> {
  const asked = `${url}${url.includes("?") ? "&" : "?"}${new URLSearchParams(parametersOf(wanted))}`;
  const response = await fetch(asked, { headers: headersFor(token), signal: signal ?? null });
  if (!response.ok) throw new Error(`The choices were refused: ${response.status}`);
  const answer = (await response.json()) as { readonly choices?: unknown };
  return readChoices(answer.choices);
}
