import { anonymous } from "@an-sinh/server/caller";
import { expect, test } from "vitest";
import { createGateway } from "../../src/gateway.js";
import { silent } from "../support/gateway.js";
import { post } from "../support/post.js";
import { compose } from "../support/supergraph.js";

const secret = `type Query { open: Int secret: Int @requiresScopes(scopes: [["a", "b"], ["c"]]) other: Int @requiresScopes(scopes: [["d"]]) }`;
const supergraphSdl = compose([{ name: "one", url: "http://one", sdl: secret }]);
/** Who may see a part of what demands scopes. */
const partly = { ...anonymous, subject: "y", scopes: ["d"] };
const reader = { ...anonymous, subject: "x", scopes: ["c", "d"] };

const document = `
  query Mine($with: Boolean = true) { open other secret @include(if: $with) }`;
const pair = "query A { open } query B { secret }";

/** A gateway that is asked when the expected operations are ready. It notes which plans were known. */
async function start(expectedDocuments: readonly string[], caller = anonymous) {
  const known: boolean[] = [];
  const gateway = await createGateway({
    supergraphSdl,
    sourceFor: () => ({ fetch: async () => ({ data: { open: 1, secret: 2, other: 3 } }) }),
    logger: silent,
    introspection: true,
    identify: async () => caller,
    hooks: { afterPlanning: ({ wasKnown }) => void known.push(wasKnown) },
    expectedDocuments,
    expectedScopes: [["d"]],
  });
  const { url } = await gateway.listen({ host: "127.0.0.1", port: 0 });
  await gateway.whenWarm();
  return {
    known,
    gateway,
    ask: (query: string, operationName?: string) => post(`${url}/graphql`, { query, operationName }),
    [Symbol.asyncDispose]: () => gateway.close(),
  };
}

test.each([
  {
    what: "who may see nothing more",
    caller: anonymous,
    answer: { data: { open: 1, other: null, secret: null } },
  },
  { what: "who may see a part", caller: partly, answer: { data: { open: 1, other: 3, secret: null } } },
  { what: "who may see everything", caller: reader, answer: { data: { open: 1, other: 3, secret: 2 } } },
])("the first request of $what finds its plan, with the operation's name and without", async (expected) => {
  await using warm = await start([document], expected.caller);
  expect(await warm.ask(document)).toMatchObject(expected.answer);
  expect(await warm.ask(document, "Mine")).toMatchObject(expected.answer);
  expect(warm.known).toEqual([true, true]);
});

test("each operation of a document is ready, and others are planned when they are asked for", async () => {
  await using warm = await start([pair], reader);
  for (const name of ["A", "B"]) await warm.ask(pair, name);
  await warm.ask("{ open }");
  expect(warm.known).toEqual([true, true, false]);
});

test("what is no valid document is passed over", async () => {
  await using warm = await start(["{ open", "{ closed }", "{ open } query A { open }", "", document]);
  await warm.ask(document);
  expect(warm.known).toEqual([true]);
});

test("another supergraph has the expected operations ready, whether they were used or not", async () => {
  await using warm = await start([document], reader);
  const sourceFor = () => ({ fetch: async () => ({ data: {} }) });
  await warm.gateway.replaceSupergraph({ supergraphSdl, sourceFor });
  expect(await warm.ask(document)).toEqual({ data: { open: 1, other: 3, secret: 2 } });
  expect(warm.known).toEqual([true]);
});

test("a gateway that closes makes no more operations ready", async () => {
  const many = Array.from({ length: 1_000 }, (_, index) => `{ a${index}: open }`);
  const gateway = await createGateway({
    supergraphSdl,
    sourceFor: () => ({ fetch: async () => ({ data: {} }) }),
    logger: silent,
    introspection: true,
    expectedDocuments: [...many, document],
  });
  await gateway.listen({ host: "127.0.0.1", port: 0 });
  await gateway.close();
  await expect(gateway.whenWarm()).resolves.toBeUndefined();
});
