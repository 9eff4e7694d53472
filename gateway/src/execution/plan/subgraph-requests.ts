import {
  Kind,
  parseType,
  print,
  stripIgnoredCharacters,
  type FieldNode,
  type OperationDefinitionNode,
  type SelectionSetNode,
  type VariableDefinitionNode,
} from "graphql";
import type { SubgraphOperation } from "../../data-sources/subgraph-source.js";
import type { CachePolicies, Selected } from "../../response-cache/cache-policies.js";
import type { AskedKeys, IsAsked } from "../entities/asked-keys.js";
import { representationsVariable } from "../operation/client-operation.js";
import type { PlannedFetch } from "./planned-fetches.js";
import { draftRequests, type RequestDraft } from "./request-drafts.js";

/** Entities that one request asks for, under one alias. Several places of the answer may need the same of them. */
export interface EntityGroup {
  /** The response name of the list of entities. */
  readonly alias: string;
  /** The variable that holds the representations. */
  readonly variable: string;
  /** The first of the fetches. The others differ in their paths only. */
  readonly fetch: PlannedFetch;
  readonly paths: readonly (readonly string[])[];
  /** What is selected of the entities. */
  readonly selectionSet: SelectionSetNode;
  /** Undefined: nothing of an entity tells which one it is. */
  readonly isAsked: IsAsked | undefined;
}

/** Undefined: the keys of what a fetch brings are not compared with those that it asks for. */
export type KeysOf = (fetch: PlannedFetch) => AskedKeys | undefined;

/** One request to a subgraph. It makes one or several fetches of the plan. */
export interface SubgraphRequest {
  readonly service: string;
  readonly operation: SubgraphOperation;
  /** The client's variables that it needs. */
  readonly variables: readonly string[];
  /** For a request about the root. */
  readonly rootFetch: PlannedFetch | undefined;
  /** For a request about entities. */
  readonly groups: readonly EntityGroup[];
  /** The positions, in the list of requests, of those that must be complete before. */
  readonly needs: readonly number[];
}

export interface RequestOptions {
  readonly keysOf: KeysOf;
  /** Undefined: no responses are kept. */
  readonly policies: CachePolicies | undefined;
}

/** The requests that make the fetches of a plan. */
export function toRequests(
  fetches: readonly PlannedFetch[],
  isMutation: boolean,
  options: RequestOptions,
): readonly SubgraphRequest[] {
  return draftRequests(fetches, isMutation).map((draft) => toRequest(draft, options));
}

function toRequest({ fetches, needs }: RequestDraft, { keysOf, policies }: RequestOptions): SubgraphRequest {
  const [first] = fetches;
  if (!first) throw new Error("Expected a request to have a fetch");
  const groups = first.requires ? toGroups(fetches, keysOf) : [];
  const variables = [...new Set(fetches.flatMap(({ node }) => node.variableUsages ?? []))];
  const operation = {
    query: queryOf(first, fetches, groups),
    operationName: first.operation.name?.value,
    isMutation: first.operation.operation === "mutation",
  };
  const cache = policies?.of(first.service, operation, fetches.map(toSelected));
  return {
    service: first.service,
    operation: cache ? { ...operation, cache, asksDataVersion: true } : operation,
    variables,
    rootFetch: first.requires ? undefined : first,
    groups,
    needs,
  };
}

const toSelected = ({ requires, selectionSet }: PlannedFetch): Selected => ({
  of: requires ? "entities" : "root",
  selectionSet,
});

function toGroups(fetches: readonly PlannedFetch[], keysOf: KeysOf): readonly EntityGroup[] {
  const byMeaning = new Map<string, PlannedFetch[]>();
  for (const fetch of fetches) {
    const { requires, inputRewrites, outputRewrites } = fetch.node;
    const key = JSON.stringify([requires, inputRewrites, outputRewrites, print(fetch.selectionSet)]);
    byMeaning.set(key, [...(byMeaning.get(key) ?? []), fetch]);
  }
  const isSingle = byMeaning.size === 1;
  return [...byMeaning.values()].map((same, index) => {
    const [fetch] = same;
    if (!fetch) throw new Error("Expected a group to have a fetch");
    const keys = keysOf(fetch);
    return {
      alias: isSingle ? "_entities" : `e${index}`,
      variable: isSingle ? representationsVariable : `${representationsVariable}${index}`,
      fetch,
      paths: same.map(({ path }) => path),
      selectionSet: keys?.selectionSet ?? fetch.selectionSet,
      isAsked: keys?.isAsked,
    };
  });
}

function queryOf(
  first: PlannedFetch,
  fetches: readonly PlannedFetch[],
  groups: readonly EntityGroup[],
): string {
  const operation = groups.length > 0 ? entitiesOperation(first.operation, fetches, groups) : first.operation;
  return stripIgnoredCharacters(print(operation));
}

function entitiesOperation(
  operation: OperationDefinitionNode,
  fetches: readonly PlannedFetch[],
  groups: readonly EntityGroup[],
): OperationDefinitionNode {
  const definitions = new Map<string, VariableDefinitionNode>();
  for (const fetch of fetches) {
    for (const definition of fetch.operation.variableDefinitions ?? []) {
      definitions.set(definition.variable.name.value, definition);
    }
  }
  definitions.delete(representationsVariable);
  return {
    ...operation,
    variableDefinitions: [...groups.map(({ variable }) => definitionOf(variable)), ...definitions.values()],
    selectionSet: { kind: Kind.SELECTION_SET, selections: groups.map(toEntitiesField) },
  };
}

const representationsType = parseType("[_Any!]!", { noLocation: true });

const definitionOf = (variable: string): VariableDefinitionNode => ({
  kind: Kind.VARIABLE_DEFINITION,
  variable: { kind: Kind.VARIABLE, name: { kind: Kind.NAME, value: variable } },
  type: representationsType,
});

function toEntitiesField({ alias, variable, selectionSet }: EntityGroup): FieldNode {
  return {
    kind: Kind.FIELD,
    ...(alias === "_entities" ? {} : { alias: { kind: Kind.NAME, value: alias } }),
    name: { kind: Kind.NAME, value: "_entities" },
    arguments: [
      {
        kind: Kind.ARGUMENT,
        name: { kind: Kind.NAME, value: "representations" },
        value: { kind: Kind.VARIABLE, name: { kind: Kind.NAME, value: variable } },
      },
    ],
    selectionSet,
  };
}
