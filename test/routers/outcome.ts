import { firstDifference } from "../bench/contest/first-difference.js";

/** What a client got of a question. */
export interface Answer {
  readonly data?: unknown;
  readonly errors?: readonly { readonly message: string; readonly path?: readonly unknown[] }[];
}

/** How a router's answer compares with this gateway's. `why` says where they differ, or why there is none. */
export type Outcome =
  | { readonly kind: "equal" }
  | { readonly kind: "different"; readonly why: string }
  | { readonly kind: "none"; readonly why: string };

/** Compares data and the places of errors. The order of the fields of an object does not count. */
export function compareAnswers(expected: Answer, found: Answer): Outcome {
  if ((found.data ?? null) === null && (expected.data ?? null) !== null)
    return { kind: "none", why: found.errors?.[0]?.message ?? "There is no data." };
  const why =
    firstDifference(expected.data, found.data) ??
    firstDifference(placesOf(expected), placesOf(found), "errors");
  return why === null ? { kind: "equal" } : { kind: "different", why };
}

const placesOf = ({ errors = [] }: Answer) => errors.map(({ path = [] }) => path.join("/")).toSorted();
