import { GraphQLError, Kind, parse, type DocumentNode } from "graphql";
import type { Demands } from "../authorization/demands.js";
import { conditionValues, readOperation } from "./operation/client-operation.js";
import type { UsedOperation } from "./used-operation.js";

/**
 * How the operations of a document are expected to be used: by a caller who may see everything, by those who have the
 * given sets of scopes, and by one who did not sign in, with the defaults of their variables. Empty where the text is no
 * GraphQL.
 */
export function expectedUses(
  source: string,
  { requirements }: Demands,
  sets: readonly (readonly string[])[],
): readonly UsedOperation[] {
  const document = parseDocument(source);
  const names = requirements.flatMap((demand) =>
    demand.kind === "scopes" ? demand.alternatives.flat(2) : [],
  );
  const callers = [
    ...[[...new Set(names)], ...sets].map((scopes) => ({ isSignedIn: true, scopes })),
    { isSignedIn: false, scopes: [] },
  ];
  return operationNames(document).flatMap((operationName) => {
    const conditions = conditionValues(readOperation(document, operationName), {});
    return callers.map((caller) => ({ source, operationName, conditions, ...caller, uses: 0 }));
  });
}

const noDocument: DocumentNode = { kind: Kind.DOCUMENT, definitions: [] };

function parseDocument(source: string): DocumentNode {
  try {
    return parse(source);
  } catch (error) {
    if (error instanceof GraphQLError) return noDocument;
    throw error;
  }
}

function operationNames({ definitions }: DocumentNode): readonly (string | undefined)[] {
  const operations = definitions.filter(({ kind }) => kind === Kind.OPERATION_DEFINITION);
  // Of several, each has a name, or the document is not valid.
  return operations.flatMap((node) =>
    "name" in node && node.name ? node.name.value : operations.length === 1 ? [undefined] : [],
  );
}
