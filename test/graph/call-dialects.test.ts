import { readFile } from "node:fs/promises";
import { closeDatabases, openDatabases, type Databases } from "@an-sinh/deployment/databases";
import { createSubgraphs, supergraphFile } from "@an-sinh/deployment/embedded-graph";
import { LocalDataSource } from "@an-sinh/gateway/data-sources/local-data-source";
import { createGateway } from "@an-sinh/gateway/gateway";
import { createLogger } from "@an-sinh/server/logger";
import type { Subgraph } from "@an-sinh/subgraph-kit/federation/subgraph";
import { parse, print } from "graphql";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { nullQuestions } from "../routers/questions.js";
import {
  callDialects,
  representationsOf,
  withoutTypenames,
  withRepresentations,
  type Call,
} from "../support/call-dialects.js";
import { official } from "../support/callers.js";
import { newCall } from "../support/new-call.js";
import { postQuery } from "../support/post-query.js";
import "../support/prepared-databases.js";
import { identify, tokenOf } from "../support/tokens.js";

const logger = createLogger("silent");

interface Recorded extends Call {
  readonly subgraph: Subgraph;
}

/** So many entities of a call are asked for. */
const most = 12;

/** What the gateway asks departments of entities, for the questions with values that are null. */
async function record(subgraphs: ReadonlyMap<string, Subgraph>): Promise<Recorded[]> {
  const recorded: Recorded[] = [];
  const gateway = await createGateway({
    supergraphSdl: await readFile(supergraphFile, "utf8"),
    sourceFor: ({ name }) => {
      const subgraph = subgraphs.get(name);
      if (!subgraph) throw new Error(`Expected a subgraph, but got: ${name}`);
      const source = new LocalDataSource(subgraph, logger);
      return {
        fetch: (operation, variables, context) => {
          recorded.push({ subgraph, document: parse(operation.query), variables: variables.values() });
          return source.fetch(operation, variables, context);
        },
      };
    },
    logger,
    introspection: false,
    identify,
  });
  const { url } = await gateway.listen({ host: "127.0.0.1", port: 0 });
  const token = await tokenOf(official);
  for (const { document, variables } of nullQuestions())
    await postQuery(`${url}/graphql`, document, variables, token);
  await gateway.close();
  return recorded
    .filter((call) => representationsOf(call).length > 0)
    .map((call) => ({ ...call, ...withRepresentations(call, (known) => known.slice(0, most)) }));
}

const ask = async (subgraph: Subgraph, { document, variables }: Call) => {
  const { data, errors } = await subgraph.prepare(print(document))(variables, undefined, newCall(official));
  return { data: data ?? {}, errors: errors?.length ?? 0 };
};

// What is asked of a subgraph is the same over HTTP, and on each database.
const isOnce = process.env["TEST_TOPOLOGY"] === "embedded" && process.env["TEST_DIALECT"] === "sqlite";

describe.runIf(isOnce)("a department answers alike whoever writes the call", () => {
  let databases: Databases;
  let calls: Recorded[];
  let answers: Awaited<ReturnType<typeof ask>>[];
  beforeAll(async () => {
    databases = await openDatabases(new Map(inject("locations").sqlite));
    calls = await record(await createSubgraphs(databases));
    answers = await Promise.all(calls.map((call) => ask(call.subgraph, call)));
  });
  afterAll(() => closeDatabases(databases));

  test("each department is asked for entities, and some of what is required is null", () => {
    expect(new Set(calls.map(({ subgraph }) => subgraph.name)).size).toBe(4);
    const required = JSON.stringify(calls.map(({ variables }) => variables));
    expect(required.split(":null").length).toBeGreaterThan(10);
  });

  test.each(callDialects)("$name", async ({ rewrite, read }) => {
    for (const [index, call] of calls.entries()) {
      const { data, errors } = await ask(call.subgraph, rewrite(call));
      const found = { data: withoutTypenames(read(data)), errors };
      const expected = { ...answers[index], data: withoutTypenames(answers[index]?.data ?? {}) };
      expect(found, print(call.document)).toEqual(expected);
    }
  });
});
