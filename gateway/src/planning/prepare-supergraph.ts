import { print, type DocumentNode } from "graphql";
import { withResolvableKeysFirst } from "./key-order.js";
import { replaceRequiredArguments } from "./required-arguments.js";
import { Requirements } from "./requirements.js";
import { separateRequirements } from "./separate-requirements.js";
import { SuspectFields } from "./suspect-fields.js";
import type { VirtualField } from "./virtual-fields.js";

/** A supergraph as the query planner has to see it. Its API is that of the original. */
export interface PreparedSupergraph {
  readonly sdl: string;
  /** The same, parsed. */
  readonly document: DocumentNode;
  /**
   * By the names that the plans use in fetches and in representations. They end in `__` and a number, and no field of
   * the supergraph has one of them. A fetch has to ask for `price__1: price(currency: "USD")` where its plan selects
   * `price__1`, and a representation has to send the value as `price`.
   */
  readonly virtualFields: ReadonlyMap<string, VirtualField>;
  /** For `splitConflictingRequires` and `mayMissRequired`. */
  readonly requirements: Requirements;
  /** For `mayMissRequired`. */
  readonly suspects: SuspectFields;
  /** By the name of a subgraph that is a part of a real one: the name of the real one, which a fetch has to ask. */
  readonly partNames: ReadonlyMap<string, string>;
  /** The supergraph for operations whose plan misses what fields require. See `separateRequirements`. */
  separated(): PreparedSupergraph;
}

export function prepareSupergraph(composed: DocumentNode): PreparedSupergraph {
  const { supergraph, virtualFields } = replaceRequiredArguments(withResolvableKeysFirst(composed));
  let separated: PreparedSupergraph | undefined;
  return {
    ...toPrepared(supergraph, virtualFields),
    separated: () => (separated ??= prepareSeparated(supergraph, virtualFields)),
  };
}

function prepareSeparated(
  original: DocumentNode,
  virtualFields: ReadonlyMap<string, VirtualField>,
): PreparedSupergraph {
  const { supergraph, partNames } = separateRequirements(original);
  const prepared: PreparedSupergraph = {
    ...toPrepared(supergraph, virtualFields),
    partNames,
    separated: () => prepared,
  };
  return prepared;
}

function toPrepared(supergraph: DocumentNode, virtualFields: ReadonlyMap<string, VirtualField>) {
  return {
    sdl: print(supergraph),
    document: supergraph,
    virtualFields,
    requirements: new Requirements(supergraph, virtualFields),
    suspects: new SuspectFields(supergraph),
    partNames: new Map<string, string>(),
  };
}
