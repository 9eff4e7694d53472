import { anonymous } from "@an-sinh/server/caller";
import { readFileSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { accessLogGraph, accessLogSdl } from "../../src/access-log/access-log-sdl.js";
import type { GatewayOptions } from "../../src/gateway-options.js";
import {
  auditedDirective,
  auditKey,
  entriesIn,
  logFilesIn,
  newAuditFolder,
  verify,
} from "../support/audit.js";
import { silent, startGateway, type SubgraphCase } from "../support/gateway.js";
import { post } from "../support/post.js";

const patients: SubgraphCase = {
  name: "patients",
  sdl: `${auditedDirective}
    type Query { patient(id: ID!): Patient bill: Bill }
    type Patient @key(fields: "id") @audited { id: ID! name: String! }
    type Bill @audited(by: "payer { id }") { amount: Int payer: Patient! }
  `,
  resolvers: {
    Query: { patient: (_: unknown, { id }: { readonly id: string }) => ({ id, name: "Made up" }) },
  },
};

/** The gateway answers it, and never its resolvers. */
const own: SubgraphCase = { ...accessLogGraph, sdl: auditedDirective + accessLogSdl, resolvers: {} };

const caller = (subject: string, ...scopes: readonly string[]) => ({
  subject,
  agency: "Office",
  scopes,
  areas: [],
});
const callers = { doctor: caller("doctor"), auditor: caller("auditor", "audit:read") };

async function start(options: Partial<GatewayOptions> = {}) {
  const folder = newAuditFolder();
  const gateway = await startGateway([patients, own], "local", {
    audit: { folder, key: auditKey },
    identify: async ({ headers }) => callers[headers.authorization as keyof typeof callers] ?? anonymous,
    ...options,
  });
  const ask = (who: keyof typeof callers, query: string, headers: Record<string, string> = {}) =>
    post(`${gateway.url}/graphql`, { query }, { authorization: who, ...headers });
  return { ...gateway, folder, ask };
}

const logOf = (args: string, selection: string, page = "") =>
  `{ accessLog(${args}) { entries${page} { ${selection} } } }`;
const ofPatient = 'type: "Patient", id: "p1"';
const whole = "edges { node { time subject agency purpose operationName operationHash outcome } } isComplete";

test("an auditor learns who read somebody, when, why and by which operation, and is recorded as well", async () => {
  await using gateway = await start();
  await gateway.ask("doctor", 'query Ward { patient(id: "p1") { name } }', { "x-purpose": "review" });
  await gateway.ask("doctor", '{ patient(id: "p2") { name } }');
  await gateway.ask("auditor", '{ patient(id: "p1") { name } }');
  const { data, errors } = await gateway.ask("auditor", logOf(ofPatient, whole));
  expect(errors).toBeUndefined();
  const [read, , last, look] = entriesIn(gateway.folder);
  const hashOf = (entry: typeof read) =>
    (entry?.["operation"] as { readonly hash: string } | undefined)?.hash;
  const common = { agency: "Office", outcome: "ANSWERED" };
  expect(data).toEqual({
    accessLog: {
      entries: {
        isComplete: true,
        edges: [
          {
            node: {
              ...common,
              time: last?.["time"],
              subject: "auditor",
              purpose: null,
              operationName: null,
              operationHash: hashOf(last),
            },
          },
          {
            node: {
              ...common,
              time: read?.["time"],
              subject: "doctor",
              purpose: "review",
              operationName: "Ward",
              operationHash: hashOf(read),
            },
          },
        ],
      },
    },
  });
  expect(look).toMatchObject({
    subject: "auditor",
    read: { AccessLog: ["Patient p1"] },
    outcome: "answered",
  });
  const again = await gateway.ask(
    "auditor",
    logOf('type: "AccessLog", id: "Patient p1"', "edges { node { subject } }"),
  );
  expect(again.data).toEqual({ accessLog: { entries: { edges: [{ node: { subject: "auditor" } }] } } });
  expect((await verify(gateway.folder)).findings).toEqual([]);
});

interface Page {
  readonly edges: readonly { readonly cursor: string; readonly node: { readonly operationName: string } }[];
  readonly pageInfo: Readonly<Record<"startCursor" | "endCursor", string>> &
    Readonly<Record<"hasNextPage" | "hasPreviousPage", boolean>>;
}

const pageOf = (data: unknown): Page =>
  (data as { readonly accessLog: { readonly entries: Page } }).accessLog.entries;

test("pages follow each other, and other arguments are refused", async () => {
  await using gateway = await start();
  for (let read = 0; read < 5; read += 1)
    await gateway.ask("doctor", `query R${read} { patient(id: "p1") { name } }`);
  const selection =
    "edges { cursor node { operationName } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }";
  const names: string[] = [];
  let page = "(first: 2)";
  for (let hasNext = true; hasNext;) {
    const { data } = await gateway.ask("auditor", logOf(ofPatient, selection, page));
    const { edges, pageInfo } = pageOf(data);
    expect([pageInfo.startCursor, pageInfo.endCursor]).toEqual([edges[0]?.cursor, edges.at(-1)?.cursor]);
    expect(pageInfo.hasPreviousPage).toBe(names.length > 0);
    names.push(...edges.map(({ node }) => node.operationName));
    hasNext = pageInfo.hasNextPage;
    page = `(first: 2, after: "${pageInfo.endCursor}")`;
  }
  expect(names).toEqual(["R4", "R3", "R2", "R1", "R0"]);
  const before = async (args: string) =>
    pageOf((await gateway.ask("auditor", logOf(ofPatient, selection, args))).data);
  const oldest = await before("(last: 2)");
  expect(oldest.edges.map(({ node }) => node.operationName)).toEqual(["R1", "R0"]);
  expect(oldest.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: true });
  const newest = await before(`(last: 3, before: "${oldest.pageInfo.startCursor}")`);
  expect(newest.edges.map(({ node }) => node.operationName)).toEqual(["R4", "R3", "R2"]);
  expect(newest.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: false });
  for (const [args, selected, argument] of [
    ['type: "Bill", id: "p1"', "", "type"],
    ['type: "__proto__", id: "p1"', "", "type"],
    ['type: "Patient", id: "001234567890"', "", "id"],
    ['type: "AccessLog", id: "Patient 001234567890"', "", "id"],
    [`type: "Patient", id: "${"p".repeat(201)}"`, "", "id"],
    [ofPatient, "(first: 0)", "first"],
    [ofPatient, "(first: 101)", "first"],
    ['type: "Patient", id: "p2"', page, "after"],
    [ofPatient, '(after: "x")', "after"],
    [ofPatient, '(before: "x")', "before"],
    [ofPatient, "(last: 0)", "last"],
    [ofPatient, "(first: 1, last: 1)", "last"],
  ] as const) {
    const { errors } = await gateway.ask("auditor", logOf(args, "edges { cursor }", selected));
    expect(
      errors?.map(({ extensions }) => extensions),
      args + selected,
    ).toEqual([{ code: "BAD_USER_INPUT", argument, service: "access-log" }]);
  }
});

test("nobody else sees the log, and the question is recorded", async () => {
  await using gateway = await start();
  const { data, errors } = await gateway.ask("doctor", logOf(ofPatient, whole));
  expect([data, errors?.[0]?.extensions?.["code"]]).toEqual([
    { accessLog: null },
    "UNAUTHORIZED_FIELD_OR_TYPE",
  ]);
  expect(entriesIn(gateway.folder)).toMatchObject([{ subject: "doctor", read: {}, outcome: "refused" }]);
});

test.each(["compiled", "stock"] as const)(
  "a gateway without a log says which setting is missing, %s",
  async (executor) => {
    await using gateway = await start({ audit: undefined, executor });
    const { data, errors } = await gateway.ask("auditor", logOf(ofPatient, whole));
    expect(data).toEqual({ accessLog: { entries: null } });
    expect(errors).toMatchObject([
      { message: expect.stringContaining("AUDIT_DIR"), extensions: { code: "ACCESS_LOG_UNAVAILABLE" } },
    ]);
  },
);

test("nothing is answered from a log that was altered, and the operator learns where", async () => {
  const logged: object[] = [];
  const logger = Object.create(silent, { error: { value: (details: object) => logged.push(details) } });
  await using gateway = await start({ logger });
  await gateway.ask("doctor", '{ patient(id: "p1") { name } }');
  const [file = ""] = logFilesIn(gateway.folder);
  writeFileSync(file, readFileSync(file, "utf8").replace('"doctor"', '"nobody"'));
  const { errors } = await gateway.ask("auditor", logOf(ofPatient, whole));
  expect(errors?.map(({ extensions }) => extensions?.["code"])).toEqual(["ACCESS_LOG_DAMAGED"]);
  expect(JSON.stringify(errors)).not.toContain(file);
  expect(logged).toMatchObject([{ reason: expect.stringContaining(file) }]);
});
