import type { Question } from "./questions.js";
import type { Answer } from "./outcome.js";

/** Longer than any of the questions takes. */
const timeoutMs = 120_000;

interface AskTerms {
  readonly token: string | undefined;
  readonly signal: AbortSignal;
}

/** Asks a router. What is no answer of GraphQL becomes an error. Rejects where the signal fires. */
export async function ask(url: URL, question: Question, terms: AskTerms): Promise<Answer> {
  try {
    return await send(url, question, terms);
  } catch (error) {
    terms.signal.throwIfAborted();
    return { errors: [{ message: error instanceof Error ? error.message : String(error) }] };
  }
}

async function send(
  url: URL,
  { document, variables = {} }: Question,
  { token, signal }: AskTerms,
): Promise<Answer> {
  const response = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
    body: JSON.stringify({ query: document, variables }),
    signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]),
  });
  const text = await response.text();
  try {
    return JSON.parse(text) as Answer;
  } catch {
    return { errors: [{ message: `HTTP ${response.status}: ${text.slice(0, 200)}` }] };
  }
}
