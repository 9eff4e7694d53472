import { serverAudits } from "graphql-http";
import { buildSchema } from "graphql";
import { expect, test } from "vitest";
import { startEcho } from "./support/echo-server.js";

test("every audit of the specification passes, of what a server must, should and may do", async () => {
  const schema = buildSchema("type Query { name(id: ID): String }");
  await using server = await startEcho({ graph: { schema } });
  const audits = serverAudits({ url: server.url });
  const failures = [];
  for (const { fn } of [...audits, ...audits]) {
    const result = await fn();
    if (result.status !== "ok") failures.push(`${result.id} ${result.name}: ${result.reason}`);
  }
  expect(failures).toEqual([]);
  expect(audits).toHaveLength(61);
});
