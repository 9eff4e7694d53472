import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { departments } from "@an-sinh/deployment/departments";
import { writeCaller } from "@an-sinh/server/caller";
import { callSigner } from "@an-sinh/server/signatures/call-signer";
import { channelKeys, newChannelKey } from "@an-sinh/server/signatures/channel-keys";
import { signedCalls } from "@an-sinh/server/signatures/signed-calls";
import { openDatabase } from "@an-sinh/subgraph-kit/database/open-database";
import { createSubgraphServer } from "@an-sinh/subgraph-kit/federation/serve-subgraph";
import { createSubgraph, type SubgraphDefinition } from "@an-sinh/subgraph-kit/federation/subgraph";
import type { ExecutionResult, GraphQLSchema } from "graphql";
import { pino } from "pino";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { official } from "./support/callers.js";
import { operationsOf } from "./support/walk/operations.js";

/** A department's server over an empty database, and calls to it that its gateway could have signed. */
async function serve(definition: SubgraphDefinition) {
  const folder = await mkdtemp(join(tmpdir(), "an-sinh-entities-"));
  const location = { kind: "sqlite", file: join(folder, "data.sqlite") } as const;
  const database = await openDatabase({ ...definition.model, location });
  await database.migrate();
  const subgraph = await createSubgraph({ ...definition, database });
  const keys = channelKeys.parse(newChannelKey());
  const log: string[] = [];
  const logger = pino({ level: "warn" }, { write: (line: string) => void log.push(line) });
  const calls = signedCalls({ subgraph: definition.name, keys, logger });
  const server = await createSubgraphServer(subgraph, { logger, introspection: false, calls });
  const { url } = await server.listen({ host: "127.0.0.1", port: 0 });
  const sign = callSigner(definition.name, keys);
  return {
    schema: subgraph.schema,
    log,
    /** `of` is the text of the representations, `more` what else the body has. */
    ask: async (query: string, of: string, more = "", accept = "*/*") => {
      const body = `{"query":${JSON.stringify(query)},"variables":{"of":${of}}${more}}`;
      const call = {
        body: Buffer.from(body),
        caller: writeCaller(official),
        requestId: "r",
        timeLeftMs: "60000",
      };
      const signed = sign(call);
      const headers = new Headers({ "content-type": "application/json", accept });
      signed.forEach((name, at) => at % 2 === 0 && headers.set(name, signed[at + 1] ?? ""));
      const response = await fetch(`${url}/graphql`, { method: "POST", headers, body });
      return { status: response.status, ...((await response.json()) as ExecutionResult) };
    },
    [Symbol.asyncDispose]: async () => {
      await server.close();
      await rm(folder, { recursive: true });
    },
  };
}

/** Representations that are none, each with `NAME` where the name of an entity stands. */
const bad: readonly string[] = [
  "{}",
  "[]",
  "[[[]]]",
  "null",
  '"NAME"',
  '{"__typename":"NAME"}',
  '{"__typename":"NAME","id":{}}',
  '{"__typename":"NAME","id":{"id":"x"}}',
  '{"__typename":"NAME","id":["x"]}',
  '{"__typename":"NAME","id":[]}',
  '{"__typename":"NAME","id":null}',
  '{"__typename":"NAME","id":true}',
  '{"__typename":"NAME","id":7}',
  '{"__typename":"NAME","id":{"length":1,"0":"x"}}',
  '{"__typename":"NAME","id":{"toString":"x"}}',
  '{"__typename":"NAME","__proto__":{"id":"x"}}',
  '{"__typename":"NAME","constructor":{"id":"x"}}',
  '{"__typename":["NAME"],"id":"x"}',
  '{"__typename":{"toString":"NAME"},"id":"x"}',
  '{"__typename":null,"id":"x"}',
  '{"id":"x"}',
  ...["__proto__", "constructor", "toString", "Query", "_Entity", "String", "Nothing", "", "\\u0000"].map(
    (name) => `{"__typename":"${name}","id":"x"}`,
  ),
];

/** Representations of what there is not, and one with much more than a key. */
const unknown: readonly string[] = [
  `{"__typename":"NAME","id":"${"x".repeat(1_000_000)}"}`,
  '{"__typename":"NAME","id":"\' OR 1=1 --"}',
  '{"__typename":"NAME","id":"\\u0000"}',
  '{"__typename":"NAME","id":"\\ud800"}',
  '{"__typename":"NAME","id":"__proto__"}',
  '{"__typename":"NAME","id":"x","__proto__":{"id":"y"},"constructor":[{"a":{}}],"more":{"id":{}}}',
  `{"__typename":"NAME","id":"x","more":${"[".repeat(5_000)}${"]".repeat(5_000)}}`,
];

/** What the walk has to say for arguments. There is none of it on record. */
const examples = new Proxy<Record<string, string[]>>({}, { get: () => ["none"] });

/** For each entity a query of everything that it has here. */
function queriesOf(schema: GraphQLSchema): ReadonlyMap<string, string> {
  const entities = operationsOf(schema, examples).filter((operation) => operation.startsWith("{ _entities"));
  return new Map(
    entities.map((operation) => {
      const [, name = "", selection = ""] = /\.\.\. on (\w+)(.*)$/s.exec(operation) ?? [];
      return [
        name,
        `query ($of: [_Any!]!) { _entities(representations: $of) { __typename ... on ${name}${selection}`,
      ];
    }),
  );
}

const plain = "query ($of: [_Any!]!) { _entities(representations: $of) { __typename } }";

const codesOf = ({ errors = [] }: ExecutionResult) => [
  ...new Set(errors.map(({ extensions }) => extensions?.["code"])),
];

describe.each(departments)("$name", (definition) => {
  let server: Awaited<ReturnType<typeof serve>>;
  beforeAll(async () => {
    server = await serve(definition);
  });
  afterAll(() => server[Symbol.asyncDispose]());

  test("refuses each representation that is none with a code", async () => {
    for (const name of queriesOf(server.schema).keys()) {
      for (const representation of bad.map((each) => each.replaceAll("NAME", name))) {
        const { status, ...answer } = await server.ask(plain, `[${representation}]`);
        expect([200, 400], representation).toContain(status);
        expect([["SUBGRAPH_ERROR"], ["BAD_USER_INPUT"]], representation).toContainEqual(codesOf(answer));
        expect(JSON.stringify(answer.data ?? null)).toMatch(/^(null|\{"_entities":(null|\[null\])\})$/);
      }
    }
  });

  test("says of what there is not that it is not there, or nothing", async () => {
    for (const [name, query] of queriesOf(server.schema)) {
      for (const representation of unknown.map((each) => each.replaceAll("NAME", name))) {
        const answer = await server.ask(query, `[${representation}]`);
        expect(["NOT_FOUND", "BAD_USER_INPUT"], representation.slice(0, 100)).toEqual(
          expect.arrayContaining(codesOf(answer)),
        );
        expect(answer.data?.["_entities"], representation.slice(0, 100)).toHaveLength(1);
      }
    }
  });

  test.each([
    ['"extensions":{}', "application/json"],
    ['"extensions":{"trace":{"id":[1]}},"operationName":null', "application/graphql-response+json, */*"],
    [
      '"operationName":""',
      "application/graphql-response+json; charset=utf-8, application/json; charset=utf-8",
    ],
    ['"extensions":null', "application/graphql-response+json, multipart/mixed;q=0.9, application/json;q=0.8"],
    ['"id":"1","kind":"query"', "multipart/mixed; deferSpec=20220824, application/json"],
  ])("takes %s, as other routers send it, with %s", async (more, accept) => {
    const [query = ""] = queriesOf(server.schema).values();
    const known = `[{"__typename":"${/on (\w+)/.exec(query)?.[1]}","id":"x"}]`;
    const expected = await server.ask(query, known);
    expect([expected.status, expected.data?.["_entities"]]).toEqual([200, expect.any(Array)]);
    expect(await server.ask(query, known, `,${more}`, accept)).toEqual(expected);
  });

  // Before the resolvers all departments have the same code.
  test.runIf(definition.name === "households")("takes 100,000 representations", async () => {
    const many = (count: number, write: (index: number) => string) =>
      `[${Array.from({ length: count }, (_, index) => write(index)).join()}]`;
    const absent = many(100_000, (index) => `{"__typename":"Household","id":"x${index}"}`);
    expect((await server.ask(plain, absent)).data?.["_entities"]).toHaveLength(100_000);
    const foreign = many(100_000, (index) => `{"__typename":"T${index}","id":"x"}`);
    expect((await server.ask(plain, foreign)).errors).toHaveLength(1);
    const broken = await server.ask(
      plain,
      many(500, () => '{"__typename":"Household","id":{}}'),
    );
    expect([codesOf(broken), broken.errors?.length]).toEqual([["SUBGRAPH_ERROR"], 500]);
  });

  test("logs nothing of all that", () => {
    expect(server.log).toEqual([]);
  });
});
