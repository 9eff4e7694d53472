import { parse, print } from "graphql";
import { withResolvableKeysFirst } from "./key-order.js";
import { replaceRequiredArguments } from "./required-arguments.js";
import { Requirements } from "./requirements.js";
import type { VirtualField } from "./virtual-fields.js";

/** A supergraph as the query planner has to see it. */
export interface PreparedSupergraph {
  /** The supergraph with virtual fields. Its API is that of the original. */
  readonly sdl: string;
  /**
   * By the names that the plans use in fetches and in representations. They end in `__` and a number, and no field of
   * the supergraph has one of them. A fetch has to ask for `price__1: price(currency: "USD")` where its plan selects
   * `price__1`, and a representation has to send the value as `price`.
   */
  readonly virtualFields: ReadonlyMap<string, VirtualField>;
  /** For `splitConflictingRequires`. */
  readonly requirements: Requirements;
}

export function prepareSupergraph(supergraphSdl: string): PreparedSupergraph {
  const original = parse(withResolvableKeysFirst(supergraphSdl), { noLocation: true });
  const { supergraph, virtualFields } = replaceRequiredArguments(original);
  return { sdl: print(supergraph), virtualFields, requirements: new Requirements(supergraph, virtualFields) };
}
