import type { Choice } from "../catalog/catalog.types.js";
import { readChoices } from "../catalog/read-catalog.js";
import { headersFor } from "../run/load-report.js";

/** Asks for the choices that a text finds. Rejects where the server refuses or does not answer. */
export async function loadChoices(
  url: string,
  search: string,
  token: string | undefined,
  signal?: AbortSignal,
): Promise<readonly Choice[]> {
  const asked = `${url}${url.includes("?") ? "&" : "?"}${new URLSearchParams({ search })}`;
  const response = await fetch(asked, { headers: headersFor(token), signal: signal ?? null });
  if (!response.ok) throw new Error(`The choices were refused: ${response.status}`);
  const answer = (await response.json()) as { readonly choices?: unknown };
  return readChoices(answer.choices);
}
