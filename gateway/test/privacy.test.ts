import { subscribe, unsubscribe } from "node:diagnostics_channel";
import type { ClientRequest } from "node:http";
import { expect, test } from "vitest";
import { startGateway } from "./support/gateway.js";
import { post } from "./support/post.js";

const subgraph = { name: "a", sdl: "type Query { x: Int }", resolvers: { Query: { x: () => 1 } } };

test("the gateway itself sends nothing to anyone", async () => {
  delete process.env["APOLLO_TELEMETRY_DISABLED"];
  const hosts: string[] = [];
  const note = (message: unknown) =>
    hosts.push((message as { readonly request: ClientRequest }).request.host);
  subscribe("http.client.request.start", note);
  const gateway = await startGateway([subgraph], "local");
  await gateway[Symbol.asyncDispose]();
  unsubscribe("http.client.request.start", note);
  expect(hosts).toEqual([]);
});

test("a query plan is shown to no client", async () => {
  await using gateway = await startGateway([subgraph], "local");
  const headers = { "apollo-query-plan-experimental": "1" };
  expect(await post(`${gateway.url}/graphql`, { query: "{ x }" }, headers)).toEqual({ data: { x: 1 } });
});
