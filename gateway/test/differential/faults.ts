import type { GraphQLFormattedError } from "graphql";
import { canonical } from "./data.js";
import { drawFrom, pick, type Draw } from "./random.js";

type Json = Record<string, unknown>;

export interface Response {
  data?: Json | null;
  errors?: readonly GraphQLFormattedError[];
}

/** Sends an operation to a subgraph. */
export type AskSubgraph = (subgraph: string, query: string, variables: Json) => Promise<Response>;

/** The subgraph sends nothing that could be used. */
export class SubgraphDownError extends Error {}

/** A value that no resolver of a model returns. */
export const wrongText = "WRONG";
export const wrongNumber = 987_654.5;

/** None of them is an object at an object's place: one without the fields that were asked for has nulls. */
const wrongValues: readonly unknown[] = [wrongText, wrongNumber, true, [], [null], [[wrongNumber]]];
const wrongObjects: readonly unknown[] = [{}, { __typename: wrongText }, { a: wrongText }];

/**
 * Spoils some responses of the subgraphs, always the same ones for the same seed. With `quietNulls` it only puts
 * nulls in place of values or leaves them out, which a subgraph may do without an error.
 */
export function withFaults(ask: AskSubgraph, seed: number, quietNulls: boolean): AskSubgraph {
  return async (subgraph, query, variables) => {
    const draw = drawFrom(`${seed} ${subgraph} ${query} ${canonical(variables)}`);
    const fault = draw(quietNulls ? 2 : 8);
    if (!quietNulls && fault === 0) throw new SubgraphDownError(`${subgraph} is down`);
    const response = await ask(subgraph, query, variables);
    if (!response.data) return response;
    if (!quietNulls && fault === 1) return { data: null, errors: [{ message: "all failed" }] };
    if (fault > 4) return response;
    return spoil(response, draw, quietNulls);
  };
}

function spoil(response: Response, draw: Draw, quietNulls: boolean): Response {
  const errors: GraphQLFormattedError[] = [...(response.errors ?? [])];
  const root = { data: response.data };
  // Two loud faults in one place could make a value that is right again.
  for (let count = quietNulls ? 1 + draw(3) : 1; count > 0; count--) {
    const { parent, key, path } = somewhere(root, draw);
    if (quietNulls) leaveOut(parent, key, draw);
    else errors.push(...spoilValue(parent, key, path, draw));
  }
  return { data: root.data ?? null, ...(errors.length > 0 ? { errors } : {}) };
}

interface Place {
  readonly parent: Json | unknown[];
  readonly key: string | number;
  /** As in an error. */
  readonly path: readonly (string | number)[];
}

/** A place in the data, more often deep than not. Never the data itself. */
function somewhere(root: { readonly data?: Json | null | undefined }, draw: Draw): Place {
  let place: Place = { parent: root as Json, key: "data", path: [] };
  for (;;) {
    const value = read(place);
    if (typeof value !== "object" || value === null) return place;
    const keys: readonly (string | number)[] = Array.isArray(value) ? [...value.keys()] : Object.keys(value);
    if (keys.length === 0 || (place.path.length > 0 && draw(4) === 0)) return place;
    const key = pick(keys, draw(1_000));
    place = { parent: value as Json | unknown[], key, path: [...place.path, key] };
  }
}

function spoilValue(
  parent: Json | unknown[],
  key: string | number,
  path: readonly (string | number)[],
  draw: Draw,
): readonly GraphQLFormattedError[] {
  const value = read({ parent, key, path });
  switch (draw(5)) {
    case 0:
      put(parent, key, null);
      return [{ message: "failed here", path, extensions: { code: "NOT_FOUND" } }];
    case 1:
      if (Array.isArray(parent)) parent.pop();
      return [];
    case 2:
      put(parent, key, null);
      return [{ message: "failed there", path: [...path, "nowhere"] }];
    default:
      put(parent, key, Array.isArray(value) && draw(2) ? [...value, null] : wrongFor(value, draw));
      return [];
  }
}

function wrongFor(value: unknown, draw: Draw): unknown {
  // A list with a null would be right in place of a list.
  if (Array.isArray(value)) return pick([wrongText, wrongNumber, ...wrongObjects], draw(100));
  const isObject = typeof value === "object" && value !== null;
  return pick(isObject ? wrongValues : [...wrongValues, ...wrongObjects], draw(100));
}

/** A field that is missing is like a null. */
function leaveOut(parent: Json | unknown[], key: string | number, draw: Draw): void {
  if (Array.isArray(parent) || draw(2) === 0) put(parent, key, null);
  else Reflect.deleteProperty(parent, key);
}

function read({ parent, key }: Place): unknown {
  return (parent as Record<string | number, unknown>)[key];
}

function put(parent: Json | unknown[], key: string | number, value: unknown): void {
  Object.defineProperty(parent, key, { value, enumerable: true, configurable: true, writable: true });
}
