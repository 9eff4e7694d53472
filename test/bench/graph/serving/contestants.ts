import { fileURLToPath } from "node:url";
import type { DatabaseLocations } from "@an-sinh/deployment/databases";
import { toDatabaseUrl } from "@an-sinh/deployment/databases";
import { departments } from "@an-sinh/deployment/departments";
import { keyVariable } from "@an-sinh/gateway/subgraph-settings";
import type { Contestant, FederatedGraph } from "../../contest/contestant.js";
import { benchCursorKey, benchSubgraphKey } from "../../keys.js";
import { fixedOperations } from "../../operations/operations.js";
import { apollo, hive, hiveRust, ourGateway } from "../../peers/peers.js";
import { databaseSettings } from "../../sample.js";

/** The four subgraphs, each in a process of its own, and their databases. */
export interface ServedGraph extends FederatedGraph {
  readonly locations: DatabaseLocations;
}

export type ServingContestant = Contestant<ServedGraph>;

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

const embedded: ServingContestant = {
  name: "embedded",
  title: "An Sinh, embedded",
  program: path("../../../../packages/deployment/dist/embedded.main.js"),
  settings: ({ locations }) => ({ ...databaseSettings(locations), CURSOR_KEY: benchCursorKey }),
  pathOf: () => "/graphql",
  isPeer: false,
  isSharing: false,
  isAlone: true,
};

const handWritten: ServingContestant = {
  name: "hand-written",
  title: "hand-written statements",
  program: path("../hand-written/main.ts"),
  args: ({ locations }) => [
    JSON.stringify(
      Object.fromEntries(
        [...locations].map(([department, location]) => [department, toDatabaseUrl(location)]),
      ),
    ),
  ],
  execArgv: ["--import", "tsx"],
  operations: fixedOperations,
  pathOf: (operation) => `/${operation}`,
  isPeer: false,
  isSharing: false,
  isAlone: true,
  isExact: true,
};

const subgraphKeys = Object.fromEntries(departments.map(({ name }) => [keyVariable(name), benchSubgraphKey]));

/** In the order of the table. The others are held to the answers of the first. */
export const servingContestants: readonly ServingContestant[] = [
  embedded,
  { ...ourGateway(subgraphKeys), name: "distributed", title: "An Sinh, distributed" },
  apollo,
  hive,
  hiveRust,
  handWritten,
];
