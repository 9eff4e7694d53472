import { once, EventEmitter } from "node:events";
import { expect, test, vi } from "vitest";
import type { SubgraphOperation } from "../../src/data-sources/subgraph-source.js";
import { createGateway } from "../../src/gateway.js";
import type { GatewayOptions } from "../../src/gateway-options.js";
import { silent } from "../support/gateway.js";
import { post } from "../support/post.js";
import { compose } from "../support/supergraph.js";

const one = { name: "one", url: "http://one", sdl: "type Query { a: Int held: Int }" };
const two = { name: "two", url: "http://two", sdl: "type Query { b: Int }" };
const access = `type Query { open: Int secret: Int @requiresScopes(scopes: [["read"]]) }`;

/** A gateway whose subgraphs record what they are asked; `held` is answered when "go on" is emitted. */
async function start(supergraphSdl: string, options: Partial<GatewayOptions> = {}) {
  const events = new EventEmitter();
  const log: string[] = [];
  const operations: SubgraphOperation[] = [];
  const sourceFor: GatewayOptions["sourceFor"] = ({ name, url }) => {
    log.push(`open ${name} ${url}`);
    return {
      fetch: async (operation) => {
        operations.push(operation);
        if (!operation.query.includes("held")) return { data: { a: 1, b: 2, open: 3, secret: 4 } };
        events.emit("held");
        await once(events, "go on");
        return { data: { held: 5 } };
      },
      close: async () => void log.push(`close ${name} ${url}`),
    };
  };
  const gateway = await createGateway({
    supergraphSdl,
    sourceFor,
    logger: silent,
    introspection: true,
    ...options,
  });
  const { url } = await gateway.listen({ host: "127.0.0.1", port: 0 });
  return {
    events,
    log,
    operations,
    replaceBy: (next: string) => gateway.replaceSupergraph({ supergraphSdl: next, sourceFor }),
    ask: (query: string) => post(`${url}/graphql`, { query }),
    [Symbol.asyncDispose]: () => gateway.close(),
  };
}

test("a request ends with the supergraph with which it began; a removed subgraph is left after it, others are kept", async () => {
  await using gateway = await start(compose([one]));
  const { events, log, ask } = gateway;
  const begun = once(events, "held");
  const held = ask("{ held }");
  await begun;
  await gateway.replaceBy(compose([one, two]));
  expect(await ask("{ a b }")).toEqual({ data: { a: 1, b: 2 } });
  await gateway.replaceBy(compose([two]));
  expect(await ask("{ a }")).toMatchObject({
    errors: [{ extensions: { code: "GRAPHQL_VALIDATION_FAILED" } }],
  });
  expect(log).toEqual(["open one http://one", "open two http://two"]);
  events.emit("go on");
  expect(await held).toEqual({ data: { held: 5 } });
  await vi.waitFor(() => expect(log.slice(2)).toEqual(["close one http://one"]));
});

test("a subgraph that moves is asked at its new place", async () => {
  await using gateway = await start(compose([two]));
  await gateway.replaceBy(compose([{ ...two, url: "http://moved" }]));
  await vi.waitFor(() => expect(gateway.log).toHaveLength(3));
  expect(gateway.log).toEqual(["open two http://two", "open two http://moved", "close two http://two"]);
});

test("what cannot be served leaves everything as it was", async () => {
  await using gateway = await start(compose([one]));
  const broken = compose([one, two]).replace("type Query", "type Quarry");
  await expect(gateway.replaceBy(broken)).rejects.toThrow("The supergraph cannot be used");
  expect(await gateway.ask("{ a }")).toEqual({ data: { a: 1 } });
  expect(gateway.log.filter((line) => !line.endsWith("two"))).toEqual(["open one http://one"]);
});

test("access rules are those of the new supergraph, for operations that were asked before too", async () => {
  await using gateway = await start(compose([{ ...one, sdl: "type Query { open: Int secret: Int }" }]));
  expect(await gateway.ask("{ open secret }")).toEqual({ data: { open: 3, secret: 4 } });
  await gateway.replaceBy(compose([{ ...one, sdl: access }]));
  expect(await gateway.ask("{ open secret }")).toMatchObject({
    data: { open: 3, secret: null },
    errors: [{ extensions: { code: "UNAUTHORIZED_FIELD_OR_TYPE" } }],
  });
});

test("the operations that were used are planned before, as they were used", async () => {
  const caller = { subject: "x", agency: null, scopes: ["read"], areas: [] };
  const identify = async () => caller;
  await using gateway = await start(compose([{ ...one, sdl: access }]), {
    identify,
    // Enough for parsing one document.
    costBudgets: { perOperation: 100, perMinute: 100 },
  });
  const query = "query Used($with: Boolean = true) { open secret @include(if: $with) }";
  expect(await gateway.ask(query)).toEqual({ data: { open: 3, secret: 4 } });
  await gateway.replaceBy(compose([{ ...one, sdl: access }, two]));
  expect(await gateway.ask(query)).toEqual({ data: { open: 3, secret: 4 } });
  expect(await gateway.ask("{ b }")).toMatchObject({ errors: [{ extensions: { code: "RATE_LIMITED" } }] });
});
