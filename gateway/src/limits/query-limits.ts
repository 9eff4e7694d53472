import { ClientError } from "@an-sinh/server/errors";
import { Kind, type DocumentNode, type ValidationRule } from "graphql";
import { measureDocument, type DocumentSize } from "./document-size.js";

/** How large a document may be. All limits but `tokens` count a fragment's fields wherever it is spread. */
export interface QueryLimits extends DocumentSize {
  readonly tokens: number;
  /** Operations of one document. What is made of each is kept together with the document. */
  readonly operations: number;
}

/** The introspection query of GraphQL clients has 15 levels and about 300 fields. */
export const defaultQueryLimits: QueryLimits = {
  tokens: 10_000,
  operations: 50,
  depth: 30,
  fields: 1_000,
  aliases: 300,
  rootFields: 100,
};

const measures: readonly (readonly [keyof DocumentSize, string])[] = [
  ["depth", "levels of fields"],
  ["rootFields", "root fields"],
  ["aliases", "aliases"],
  ["fields", "fields"],
];

/**
 * Rejects documents that are too large, with `QUERY_TOO_COMPLEX`.
 *
 * Returns an empty document in place of one that is too large, so that the rules after this one do not see it.
 * Rules of graphql-js 16.15.0 need quadratic time. Test: gateway/test/query-limits.test.ts.
 */
export function queryLimitsRule(limits: QueryLimits): ValidationRule {
  return (context) => ({
    Document: {
      enter: (document) => {
        const excess = tooManyOperations(document, limits) ?? findExcess(measureDocument(document), limits);
        if (excess === undefined) return undefined;
        context.reportError(new ClientError("QUERY_TOO_COMPLEX", excess));
        return { kind: Kind.DOCUMENT, definitions: [] };
      },
    },
  });
}

function tooManyOperations({ definitions }: DocumentNode, { operations }: QueryLimits): string | undefined {
  const count = definitions.filter(({ kind }) => kind === Kind.OPERATION_DEFINITION).length;
  return count > operations ? describeExcess(operations, "operations", count) : undefined;
}

function findExcess(sizes: readonly DocumentSize[], limits: QueryLimits): string | undefined {
  for (const [measure, noun] of measures) {
    const largest = Math.max(0, ...sizes.map((size) => size[measure]));
    if (largest > limits[measure]) return describeExcess(limits[measure], noun, largest);
  }
  return undefined;
}

function describeExcess(limit: number, noun: string, actual: number): string {
  const got = Number.isSafeInteger(actual) ? `${actual}` : "far more";
  return `The query is too large: expected at most ${limit} ${noun}, but got: ${got}.`;
}
