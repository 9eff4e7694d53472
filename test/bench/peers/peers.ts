import { fileURLToPath } from "node:url";
import { departments } from "@an-sinh/deployment/departments";
import { keyVariable } from "@an-sinh/gateway/subgraph-settings";
import type { Contestant, FederatedGraph } from "../contest/contestant.js";
import { benchSubgraphKey } from "../keys.js";

type Gateway = Contestant<Pick<FederatedGraph, "supergraphFile" | "openSupergraphFile">>;

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

const gateway = { pathOf: () => "/graphql", isPeer: false, isSharing: false };

const subgraphKeys = Object.fromEntries(departments.map(({ name }) => [keyVariable(name), benchSubgraphKey]));

/**
 * This graph's own gateway, as it runs in a process of its own. All clients of a bench ask the same at the same time, so
 * shared calls are measured apart.
 */
export const ourGateway = (settings: Record<string, string> = {}) =>
  ({
    ...gateway,
    program: path("../../../gateway/dist/main.js"),
    settings: ({ supergraphFile }) => ({
      SUPERGRAPH_FILE: supergraphFile,
      SHARE_QUERIES: "0",
      ...subgraphKeys,
      ...settings,
    }),
    subgraphs: "signed",
  }) satisfies Partial<Gateway>;

/** The same without what protects the data: it does only what the others do. */
export const ourOpenGateway = {
  ...gateway,
  program: path("open-gateway.main.ts"),
  args: ({ openSupergraphFile }) => [openSupergraphFile],
  execArgv: ["--import", "tsx"],
} satisfies Partial<Gateway>;

/** Apollo Server and Gateway as their manuals start them. */
export const apollo = {
  ...gateway,
  isPeer: true,
  name: "apollo",
  title: "Apollo Server and Gateway",
  program: path("apollo-gateway.main.ts"),
  args: ({ openSupergraphFile }) => [openSupergraphFile],
  // Else it reports to its vendor.
  settings: () => ({ APOLLO_TELEMETRY_DISABLED: "1" }),
  execArgv: ["--import", "tsx"],
} satisfies Gateway;

const hiveWith = (...flags: string[]) =>
  ({
    ...gateway,
    program: path("hive.mjs"),
    args: ({ openSupergraphFile }) => [openSupergraphFile, ...flags],
    // It listens to one signal many times, of which Node warns.
    execArgv: ["--no-warnings"],
    isPeer: true,
    isSharing: flags.includes("--sharing"),
  }) satisfies Partial<Gateway>;

export const hive: Gateway = { ...hiveWith(), name: "hive", title: "Hive Gateway" };

export const hiveRust: Gateway = {
  ...hiveWith("--rust"),
  name: "hive-rust",
  title: "Hive Gateway, Rust planner",
};

/** Those of Hive that share identical requests in flight. */
export const sharingHives: readonly Gateway[] = [
  { ...hiveWith("--sharing"), name: "hive-sharing", title: "Hive Gateway, sharing" },
  {
    ...hiveWith("--rust", "--sharing"),
    name: "hive-rust-sharing",
    title: "Hive Gateway, Rust planner, sharing",
  },
];
