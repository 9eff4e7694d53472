import { fileURLToPath } from "node:url";
import type { DatabaseLocations } from "@an-sinh/deployment/databases";
import { toDatabaseUrl } from "@an-sinh/deployment/databases";
import type { Contestant, FederatedGraph } from "../../contest/contestant.js";
import { benchCursorKey } from "../../keys.js";
import { fixedOperations } from "../../operations/operations.js";
import { apollo, hive, hiveRust, ourGateway, ourOpenGateway } from "../../peers/peers.js";
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
  subgraphs: "none",
};

/** As the only argument of a program: a JSON object of the departments' database URLs. */
const databaseUrls = ({ locations }: ServedGraph): string[] => [
  JSON.stringify(
    Object.fromEntries([...locations].map(([department, location]) => [department, toDatabaseUrl(location)])),
  ),
];

/** Without what protects the data. */
const openEmbedded: ServingContestant = {
  ...embedded,
  name: "embedded-open",
  title: "An Sinh, embedded, open",
  program: path("open-graph.main.ts"),
  args: databaseUrls,
  execArgv: ["--import", "tsx"],
};

const handWritten: ServingContestant = {
  name: "hand-written",
  title: "hand-written statements",
  program: path("../hand-written/main.ts"),
  args: databaseUrls,
  execArgv: ["--import", "tsx"],
  operations: fixedOperations,
  pathOf: (operation) => `/${operation}`,
  isPeer: false,
  isSharing: false,
  subgraphs: "none",
  isExact: true,
};

/** In the order of the table. The others are held to the answers of the first. */
export const servingContestants: readonly ServingContestant[] = [
  embedded,
  openEmbedded,
  { ...ourGateway(), name: "distributed", title: "An Sinh, distributed" },
  { ...ourOpenGateway, name: "distributed-open", title: "An Sinh, distributed, open" },
  apollo,
  hive,
  hiveRust,
  handWritten,
];
