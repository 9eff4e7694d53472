import { fileURLToPath } from "node:url";
import type { ReplayedGraph } from "./replayed-graph.js";

/** A gateway, or what stands in its place, that is measured in a process of its own. */
export interface Contestant {
  /** As `--only` and the JSON call it. */
  readonly name: string;
  readonly title: string;
  readonly program: string;
  readonly args?: (graph: ReplayedGraph) => string[];
  /** Environment variables. */
  readonly settings?: (graph: ReplayedGraph) => Record<string, string>;
  /** Options of Node itself. */
  readonly execArgv?: readonly string[];
  /** The operations that it can answer. Undefined: all. */
  readonly operations?: readonly string[];
  /** The path that answers an operation. */
  readonly pathOf: (operation: string) => string;
  /** Its packages are those of peers/. */
  readonly isPeer: boolean;
  /** It shares identical requests in flight, so it does less for each than those that do not. */
  readonly isSharing: boolean;
}

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

const gateway = { pathOf: () => "/graphql", isPeer: false, isSharing: false };

const ours = (settings: Record<string, string> = {}) => ({
  ...gateway,
  program: path("../../../gateway/dist/main.js"),
  settings: ({ supergraphFile }: ReplayedGraph) => ({ SUPERGRAPH_FILE: supergraphFile, ...settings }),
});

const apollo = {
  ...gateway,
  program: path("apollo-gateway.main.ts"),
  args: ({ supergraphFile }: ReplayedGraph) => [supergraphFile],
  // Else it reports to its vendor.
  settings: () => ({ APOLLO_TELEMETRY_DISABLED: "1" }),
  execArgv: ["--import", "tsx"],
};

const hive = (...flags: string[]) => ({
  ...gateway,
  program: path("peers/hive.mjs"),
  args: ({ supergraphFile }: ReplayedGraph) => [supergraphFile, ...flags],
  // It listens to one signal many times, of which Node warns.
  execArgv: ["--no-warnings"],
  isPeer: true,
  isSharing: flags.includes("--sharing"),
});

const handWritten = {
  ...gateway,
  program: path("hand-written/main.ts"),
  args: ({ subgraphs }: ReplayedGraph) => [JSON.stringify(subgraphs)],
  execArgv: ["--import", "tsx"],
  operations: ["small", "medium", "large"],
  pathOf: (operation: string) => `/${operation}`,
};

/** In the order of the table. */
export const contestants: readonly Contestant[] = [
  { ...ours(), name: "ours", title: "An Sinh" },
  { ...ours({ EXECUTOR: "stock" }), name: "stock", title: "An Sinh, EXECUTOR=stock" },
  { ...apollo, name: "apollo", title: "Apollo Server and Gateway" },
  { ...hive(), name: "hive", title: "Hive Gateway" },
  { ...hive("--rust"), name: "hive-rust", title: "Hive Gateway, Rust planner" },
  { ...handWritten, name: "hand-written", title: "hand-written handler" },
  {
    ...ours({ SHARE_QUERIES: "1" }),
    name: "ours-sharing",
    title: "An Sinh, SHARE_QUERIES=1",
    isSharing: true,
  },
  { ...hive("--sharing"), name: "hive-sharing", title: "Hive Gateway, sharing" },
  { ...hive("--rust", "--sharing"), name: "hive-rust-sharing", title: "Hive Gateway, Rust planner, sharing" },
];
