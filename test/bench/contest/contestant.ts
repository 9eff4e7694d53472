import type { Child } from "./child.js";

/** What answers operations over HTTP, in a process of its own. `Graph` is what it is started over. */
export interface Contestant<Graph> {
  /** As `--only` and the JSON call it. */
  readonly name: string;
  readonly title: string;
  readonly program: string;
  readonly args?: (graph: Graph) => string[];
  /** Environment variables. */
  readonly settings?: (graph: Graph) => Record<string, string>;
  /** Options of Node itself. */
  readonly execArgv?: readonly string[];
  /** The operations that it can answer. Undefined: all. */
  readonly operations?: readonly string[];
  /** The path that answers an operation. */
  readonly pathOf: (operation: string) => string;
  /** It is another gateway than this graph's: see peers/. */
  readonly isPeer: boolean;
  /** It shares identical requests in flight, so it does less for each than those that do not. */
  readonly isSharing: boolean;
  /** Which subgraphs it asks, where some answer signed calls only. Default: those that answer everyone. */
  readonly subgraphs?: "open" | "signed" | "none";
  /** It writes answers itself: they have to be those of the first contestant byte for byte. */
  readonly isExact?: boolean;
}

/** A contestant whose process runs. */
export interface Running {
  readonly contestant: Pick<
    Contestant<never>,
    "name" | "title" | "operations" | "pathOf" | "subgraphs" | "isExact"
  >;
  readonly process: Child;
  readonly url: URL;
  /** How many requests of each operation it has got. */
  readonly asked: Map<string, number>;
}

/** A federated graph on HTTP, as a gateway sees it. */
export interface FederatedGraph {
  /** With the subgraphs that answer only calls that this graph's gateway signs. */
  readonly supergraphFile: string;
  /** With those that answer everyone, and without the directives that say who may see what and what is recorded. */
  readonly openSupergraphFile: string;
  /** Those that answer everyone. */
  readonly subgraphs: readonly { readonly name: string; readonly url: string }[];
}
