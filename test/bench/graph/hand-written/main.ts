import Fastify from "fastify";
import { large } from "./large.js";
import { medium } from "./medium.js";
import { openTables } from "./open-tables.js";
import { small } from "./small.js";
import type { DepartmentName, Departments } from "./tables.js";

/*
 * What a good engineer would write for exactly these operations: one process, a route for each operation, statements
 * that are prepared once, and JSON that is written straight from the rows. It sends the bytes that the graph sends.
 * Its argument is a JSON object of the departments' database URLs.
 */
const urls = JSON.parse(process.argv[2] ?? "{}") as Record<DepartmentName, string>;
const departments: Departments = {
  households: openTables(urls.households),
  "housing-projects": openTables(urls["housing-projects"]),
  "credit-programs": openTables(urls["credit-programs"]),
  "meritorious-service": openTables(urls["meritorious-service"]),
};

const server = Fastify();
for (const [path, answer] of Object.entries({
  small: small(departments),
  medium: medium(departments),
  large: large(departments),
})) {
  server.post(`/${path}`, async (_, reply) => {
    void reply.type("application/json; charset=utf-8");
    return answer();
  });
}
console.log(await server.listen({ host: "127.0.0.1", port: 0 }));
