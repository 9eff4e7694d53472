import type { Locale } from "../texts/locale.js";
import type { Problem } from "./parameter-values.js";

export function problemText(problem: Problem, { texts }: Locale): string {
  if (problem.kind === "atLeast" || problem.kind === "atMost")
    return texts[problem.kind](String(problem.limit));
  return texts[problem.kind];
}
