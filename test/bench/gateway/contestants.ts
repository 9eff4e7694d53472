import { fileURLToPath } from "node:url";
import type { Contestant, FederatedGraph } from "../contest/contestant.js";
import { fixedOperations } from "../operations/operations.js";
import { apollo, hive, hiveRust, ourGateway, ourOpenGateway, sharingHives } from "../peers/peers.js";

export type GatewayContestant = Contestant<FederatedGraph>;

const handWritten: GatewayContestant = {
  name: "hand-written",
  title: "hand-written handler",
  program: fileURLToPath(new URL("hand-written/main.ts", import.meta.url)),
  args: ({ subgraphs }) => [JSON.stringify(subgraphs)],
  execArgv: ["--import", "tsx"],
  operations: fixedOperations,
  pathOf: (operation) => `/${operation}`,
  isPeer: false,
  isSharing: false,
};

/** In the order of the table. */
export const contestants: readonly GatewayContestant[] = [
  { ...ourGateway(), name: "ours", title: "An Sinh" },
  { ...ourOpenGateway, name: "ours-open", title: "An Sinh, open" },
  // In production it refuses to start, because it cannot record who reads what.
  {
    ...ourGateway({ EXECUTOR: "stock", NODE_ENV: "development", AUDIT_DIR: "" }),
    name: "stock",
    title: "An Sinh, EXECUTOR=stock",
  },
  apollo,
  hive,
  hiveRust,
  handWritten,
  {
    ...ourGateway({ SHARE_QUERIES: "1" }),
    name: "ours-sharing",
    title: "An Sinh, SHARE_QUERIES=1",
    isSharing: true,
  },
  ...sharingHives,
];
