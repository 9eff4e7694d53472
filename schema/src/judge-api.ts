import { GraphQLError } from "graphql";
import type { AcceptedBreak } from "./accepted-breaks.js";
import { findApiChanges, type ApiChange, type ApiChanges } from "./breaking-changes.js";
import { SchemaFileError } from "./schema-file-error.js";

interface ApiVerdict {
  /** The breaks that were not accepted. While there is one, schema/api.graphql stays as it is. */
  readonly unacceptedBreaks: readonly ApiChange[];
  readonly dangerousChanges: readonly ApiChange[];
}

/** Compares the API with the promised one. `promisedSdl` is undefined before the first promise. */
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

/** Says which breaks there are and what the author of the change can do. */
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
