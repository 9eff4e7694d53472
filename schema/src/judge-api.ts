import { GraphQLError } from "graphql";
import type { AcceptedBreak } from "./accepted-breaks.js";
import { findApiChanges, type ApiChange, type ApiChanges } from "./breaking-changes.js";
import { SchemaFileError } from "./schema-file-error.js";

export interface ApiVerdict {
  /** Breaks of the promised API without a reason; while there are any, the promise stays as it was. */
  readonly unacceptedBreaks: readonly ApiChange[];
  readonly dangerousChanges: readonly ApiChange[];
}

/** Compares the API with the one consumers were promised; `promisedSdl` is undefined before the first promise. */
export function judgeApi(
  promisedSdl: string | undefined,
  currentSdl: string,
  accepted: readonly AcceptedBreak[],
): ApiVerdict {
  if (promisedSdl === undefined) return { unacceptedBreaks: [], dangerousChanges: [] };
  const { breaking, dangerous } = changesSince(promisedSdl, currentSdl);
  const acceptedChanges = new Set(accepted.map(({ change }) => change));
  return {
    unacceptedBreaks: breaking.filter((change) => !acceptedChanges.has(change)),
    dangerousChanges: dangerous,
  };
}

function changesSince(promisedSdl: string, currentSdl: string): ApiChanges {
  try {
    return findApiChanges(promisedSdl, currentSdl);
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    throw new SchemaFileError(
      `schema/api.graphql is damaged (${error.message}). It is what consumers were promised: restore it from the last commit.`,
    );
  }
}

/** Tells which breaks there are and what can be done about them. */
export function describeBreaks(breaks: readonly ApiChange[]): string {
  const entries = breaks.map((change) => `  ${JSON.stringify({ change, reason: "" })}`);
  return [
    "The API breaks the one that consumers were promised (schema/api.graphql):",
    ...breaks.map((change) => `  ${change}`),
    "Take the change back (deprecate instead of removing), or accept it: add to schema/accepted-breaks.json,",
    "with the reason filled in, and run `npm run schema`:",
    entries.join(",\n"),
  ].join("\n");
}
