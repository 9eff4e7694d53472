import {
  Kind,
  parseType,
  print,
  stripIgnoredCharacters,
  type FieldNode,
  type OperationDefinitionNode,
  type VariableDefinitionNode,
} from "graphql";
import type { SubgraphOperation } from "../../data-sources/subgraph-source.js";
import { representationsVariable } from "../operation/client-operation.js";
import type { PlannedFetch } from "./planned-fetches.js";

/** Entities that one request asks for, under one alias. Several places of the answer may need the same of them. */
export interface EntityGroup {
  /** The response name of the list of entities. */
  readonly alias: string;
  /** The variable that holds the representations. */
  readonly variable: string;
  /** The first of the fetches. The others differ in their paths only. */
  readonly fetch: PlannedFetch;
  readonly paths: readonly (readonly string[])[];
}

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

interface Draft {
  readonly key: string;
  readonly fetches: PlannedFetch[];
  readonly needs: readonly number[];
}

/**
 * Puts the fetches that can start together at one subgraph into one request. In a query, a request that no other one
 * waits for joins a later one to its subgraph: the answer waits for that one anyway.
 */
export function toRequests(
  fetches: readonly PlannedFetch[],
  isMutation: boolean,
): readonly SubgraphRequest[] {
  const drafts: Draft[] = [];
  /** The request of each fetch. */
  const requestOf: number[] = [];
  for (const fetch of fetches) {
    const needs = lastOf(
      fetch.needs.flatMap((index) => requestOf[index] ?? []),
      drafts,
    );
    const key = JSON.stringify([fetch.service, needs]);
    const known = fetch.requires ? drafts.findIndex((draft) => draft.key === key) : -1;
    if (known === -1) drafts.push({ key: fetch.requires ? key : "", fetches: [fetch], needs });
    else drafts[known]?.fetches.push(fetch);
    requestOf.push(known === -1 ? drafts.length - 1 : known);
  }
  return (isMutation ? drafts : joinLater(drafts)).map(toRequest);
}

function joinLater(drafts: readonly Draft[]): readonly Draft[] {
  const index = drafts.findIndex((draft, position) => laterThan(draft, position, drafts) !== undefined);
  const joining = drafts[index];
  const later = joining && laterThan(joining, index, drafts);
  if (!joining || !later) return drafts;
  const joined = drafts.map((draft) =>
    draft === later ? { ...draft, fetches: [...joining.fetches, ...draft.fetches] } : draft,
  );
  // Nothing waits for what is removed.
  const moved = joined.toSpliced(index, 1).map((draft) => ({
    ...draft,
    needs: draft.needs.map((need) => (need > index ? need - 1 : need)),
  }));
  return joinLater(moved);
}

/** The request to the same subgraph that starts when this one could have started, or later. */
function laterThan(draft: Draft, index: number, drafts: readonly Draft[]): Draft | undefined {
  if (draft.key === "" || drafts.some(({ needs }) => needs.includes(index))) return undefined;
  return drafts.find((other, position) => {
    if (position === index || other.key === "" || serviceOf(other) !== serviceOf(draft)) return false;
    const before = ancestorsOf(position, drafts);
    return draft.needs.every((need) => before.has(need));
  });
}

const serviceOf = ({ fetches }: Draft): string | undefined => fetches[0]?.service;

/** Those of the requests that no other one of them waits for. */
function lastOf(requests: readonly number[], drafts: readonly Draft[]): readonly number[] {
  const distinct = [...new Set(requests)].toSorted((left, right) => left - right);
  const awaited = new Set(distinct.flatMap((index) => [...ancestorsOf(index, drafts)]));
  return distinct.filter((index) => !awaited.has(index));
}

function ancestorsOf(
  index: number,
  drafts: readonly Draft[],
  found = new Set<number>(),
): ReadonlySet<number> {
  for (const need of drafts[index]?.needs ?? []) {
    if (found.has(need)) continue;
    found.add(need);
    ancestorsOf(need, drafts, found);
  }
  return found;
}

function toRequest({ fetches, needs }: Draft): SubgraphRequest {
  const [first] = fetches;
  if (!first) throw new Error("Expected a request to have a fetch");
  const groups = first.requires ? toGroups(fetches) : [];
  const variables = [...new Set(fetches.flatMap(({ node }) => node.variableUsages ?? []))];
  return {
    service: first.service,
    operation: {
      query: queryOf(first, fetches, groups),
      operationName: first.operation.name?.value,
      isMutation: first.operation.operation === "mutation",
    },
    variables,
    rootFetch: first.requires ? undefined : first,
    groups,
    needs,
  };
}

function toGroups(fetches: readonly PlannedFetch[]): readonly EntityGroup[] {
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
    return {
      alias: isSingle ? "_entities" : `e${index}`,
      variable: isSingle ? representationsVariable : `${representationsVariable}${index}`,
      fetch,
      paths: same.map(({ path }) => path),
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

function toEntitiesField({ alias, variable, fetch }: EntityGroup): FieldNode {
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
    selectionSet: fetch.selectionSet,
  };
}
