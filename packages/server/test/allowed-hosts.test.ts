import { expect, test } from "vitest";
import { hostCheck } from "../src/allowed-hosts.js";

const check = hostCheck(["Graph.example.org"]);

test.each([
  "graph.example.org",
  "GRAPH.example.org:4000",
  "localhost:4000",
  "a.localhost",
  "127.0.0.1:1",
  "[::1]:4000",
  "10.0.0.7",
])("%s is a name of the server", (host) => expect(check(host)).toBeUndefined());

test.each([
  "evil.example",
  "graph.example.org.evil.example",
  "localhost.evil.example:4000",
  "127.0.0.1.evil.example",
  "",
  "xlocalhost",
])("%j is not, as after DNS rebinding", (host) => expect(check(host)?.status).toBe(421));

test("without a list every name is one of the server, if it is well formed", () => {
  expect(hostCheck(undefined)("any.example")).toBeUndefined();
  expect(hostCheck(undefined)("a b")?.status).toBe(400);
});
