import {
  getOperationAST,
  Kind,
  visit,
  type DocumentNode,
  type OperationDefinitionNode,
  type VariableDefinitionNode,
} from "graphql";
import { fragmentsOf, type Fragments } from "./fragments.js";
import { isCondition, type Conditions } from "./settled-operation.js";

/** How the names of the variables begin that hold representations. No variable of a client has such a name. */
export const representationsVariable = "representations";

/** A client's operation. What does not depend on the values of its variables is made once. */
export interface ClientOperation {
  /** Undefined: it has none, so it is the only one of its document. */
  readonly name: string | undefined;
  readonly node: OperationDefinitionNode;
  readonly fragments: Fragments;
  /** The definitions of the variables in its `@skip` and `@include`. */
  readonly conditions: readonly VariableDefinitionNode[];
  /** The client's names of the variables that have another name in the operation. */
  readonly renamedVariables: ReadonlyMap<string, string>;
}

export type Variables = Readonly<Record<string, unknown>>;

/** Reads an operation from a validated document. */
export function readOperation(document: DocumentNode, operationName: string | undefined): ClientOperation {
  const renames = variableRenames(document);
  const renamed = renames.size > 0 ? renameVariables(document, renames) : document;
  const node = getOperationAST(renamed, operationName);
  if (!node) throw new Error("Expected an operation that was chosen before");
  const names = conditionVariables(renamed);
  return {
    name: node.name?.value,
    node,
    fragments: fragmentsOf(renamed),
    conditions: node.variableDefinitions?.filter(({ variable }) => names.has(variable.name.value)) ?? [],
    renamedVariables: new Map([...renames].map(([from, to]) => [to, from])),
  };
}

/** The values of the variables under the names that they have in the operation. */
export function namedValues({ renamedVariables }: ClientOperation, given: Variables): Variables {
  if (renamedVariables.size === 0) return given;
  const originals = new Set(renamedVariables.values());
  const kept = Object.entries(given).filter(([name]) => !originals.has(name));
  const renamed = [...renamedVariables].filter(([, from]) => Object.hasOwn(given, from));
  return Object.fromEntries([...kept, ...renamed.map(([name, from]) => [name, given[from]] as const)]);
}

/** What the values decide about `@skip` and `@include`. A null decides nothing. */
export function conditionValues({ conditions }: ClientOperation, values: Variables): Conditions {
  const decided = new Map<string, boolean>();
  for (const { variable, defaultValue } of conditions) {
    const name = variable.name.value;
    const given = Object.hasOwn(values, name) ? values[name] : undefined;
    const value = given === undefined && defaultValue?.kind === Kind.BOOLEAN ? defaultValue.value : given;
    if (typeof value === "boolean") decided.set(name, value);
  }
  return decided;
}

function conditionVariables(document: DocumentNode): ReadonlySet<string> {
  const names = new Set<string>();
  visit(document, {
    Directive: (directive) => {
      const value = directive.arguments?.[0]?.value;
      if (isCondition(directive) && value?.kind === Kind.VARIABLE) names.add(value.name.value);
    },
  });
  return names;
}

/**
 * New names for the variables whose names are taken: the requests for entities have variables of their own, and
 * graphql-js 16.15.0 loses a variable whose name all objects inherit, such as `__proto__`.
 * Test: gateway/test/federation/names.case.ts.
 */
function variableRenames(document: DocumentNode): ReadonlyMap<string, string> {
  const names = new Set<string>();
  visit(document, { Variable: ({ name }) => void names.add(name.value) });
  const renames = new Map<string, string>();
  for (const name of names) {
    if (!name.startsWith(representationsVariable) && !(name in Object.prototype)) continue;
    let free = `client_${name}`;
    while (names.has(free)) free = `client_${free}`;
    renames.set(name, free);
    names.add(free);
  }
  return renames;
}

function renameVariables(document: DocumentNode, renames: ReadonlyMap<string, string>): DocumentNode {
  return visit(document, {
    Variable: (variable) => {
      const value = renames.get(variable.name.value);
      return value === undefined ? undefined : { ...variable, name: { ...variable.name, value } };
    },
  });
}
