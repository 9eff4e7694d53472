import { departments } from "@an-sinh/deployment/departments";
import { createLogger } from "@an-sinh/server/logger";
import { openDatabase } from "@an-sinh/subgraph-kit/database/open-database";
import { databaseUrl } from "@an-sinh/subgraph-kit/database/database-url";
import { createSubgraphServer } from "@an-sinh/subgraph-kit/federation/serve-subgraph";
import { createSubgraph } from "@an-sinh/subgraph-kit/federation/subgraph";
import { official } from "../../../support/callers.js";
import { benchCursorKey } from "../../keys.js";

/*
 * A subgraph that answers everyone as it answers an official, for gateways that cannot sign. Its arguments are the name
 * of the department and the URL of its database.
 */
const [, , name, url] = process.argv;
const definition = departments.find((department) => department.name === name);
if (!definition) throw new Error(`Expected a department, but got: ${name}`);
const database = await openDatabase({ ...definition.model, location: databaseUrl.parse(url) });
const cursorKey = Buffer.from(benchCursorKey, "hex");
const server = await createSubgraphServer(await createSubgraph({ ...definition, database, cursorKey }), {
  logger: createLogger("error"),
  introspection: false,
  calls: { guard: { checkHead: () => {}, checkBody: () => {} }, callerOf: () => official },
});
console.log((await server.listen({ host: "127.0.0.1", port: 0 })).url);
