import { readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { expect, test } from "vitest";
import { anonymous, type Caller } from "@an-sinh/server/caller";
import type { GatewayOptions } from "../../src/gateway.js";
import type { AuditOptions } from "../../src/audit/open-read-log.js";
import {
  auditedDirective,
  auditKey,
  entriesIn,
  logFilesIn,
  newAuditFolder,
  verify,
} from "../support/audit.js";
import { startGateway, topologies, type SubgraphCase, type Topology } from "../support/gateway.js";
import { post } from "../support/post.js";

interface Key {
  readonly id: string;
}

const lookupDirective = `
  extend schema @link(url: "https://an-sinh.example/specs/secretLookup/v1.0", import: ["@secretLookup"]) @composeDirective(name: "@secretLookup")
  directive @secretLookup(perMinute: Int!) on FIELD_DEFINITION
`;

const patients: SubgraphCase = {
  name: "patients",
  sdl: `${auditedDirective}
    ${lookupDirective}
    type Query { patients: [Patient!]! patient(id: ID!): Patient nobody: Patient anyone: Being beds: [Bed!] wards: Int bill: Bill
      staff: Int @requiresScopes(scopes: [["staff:read"]]) patientByNumber(number: String!): Patient @secretLookup(perMinute: 0) }
    type Patient implements Named @key(fields: "id") @audited @requiresScopes(scopes: [["patients:read"]]) {
      id: ID! name: String! friends: [Patient!]
    }
    type Nurse implements Named @audited(by: "id") { id: ID! name: String! }
    type Robot implements Named { id: ID! name: String! }
    type Bill @audited(by: "payer { id }") { amount: Int payer: Patient! }
    type Bed { patients: [[Patient]] }
    interface Named { id: ID! name: String! }
    union Being = Patient | Nurse | Robot
  `,
  resolvers: {
    Query: {
      patients: () => [patient("p1"), patient("p2")],
      patient: (_: unknown, { id }: Key) => patient(id),
      nobody: () => null,
      anyone: () => ({ __typename: "Nurse", id: "n1", name: "Made up" }),
      beds: () => [{ patients: [[patient("p1"), null], [patient("p3")]] }],
      wards: () => 4,
      bill: () => ({ amount: 7, payer: patient("p9") }),
    },
    Patient: {
      __resolveReference: async ({ id }: Key) => patient(id),
      friends: () => [patient("p1"), patient("p4")],
    },
  },
};

const visits: SubgraphCase = {
  name: "visits",
  sdl: `type Patient @key(fields: "id") { id: ID! doctor: Patient @shareable, visits: Int }`,
  resolvers: {
    Patient: { __resolveReference: async ({ id }: Key) => ({ id, doctor: { id: "d1" } }), visits: () => 3 },
  },
};

const patient = (id: string) => ({ id, name: id === "large" ? "x".repeat(20_000_001) : "Made up" });

const doctor = {
  subject: "doctor",
  agency: "Clinic",
  scopes: ["patients:read"],
  areas: [],
};

const callers: Readonly<Record<string, Caller>> = {
  x: doctor,
  stranger: { ...doctor, subject: "stranger", scopes: [] },
};

async function startAudited(
  audit: Partial<AuditOptions> = {},
  topology: Topology = "local",
  options: Partial<GatewayOptions> = {},
) {
  const folder = newAuditFolder();
  const gateway = await startGateway([patients, visits], topology, {
    audit: { folder, key: auditKey, ...audit },
    identify: async ({ headers }) => callers[headers.authorization ?? ""] ?? anonymous,
    ...options,
  });
  const ask = (query: string, headers: Record<string, string> = {}, more: object = {}) =>
    post(`${gateway.url}/graphql`, { query, ...more }, { authorization: "x", ...headers });
  return { ...gateway, folder, ask };
}

test.each(topologies)("each read is recorded with who, why, what and the ids, %s", async (topology) => {
  await using gateway = await startAudited({}, topology);
  const query = "query Ward($id: ID!) { patient(id: $id) { name } patients { visits doctor { name } } }";
  const { data, errors } = await gateway.ask(
    query,
    { "x-purpose": "review-2026" },
    { variables: { id: "p7" } },
  );
  expect(errors).toBeUndefined();
  expect(data).toEqual({
    patient: { name: "Made up" },
    patients: [
      { visits: 3, doctor: { name: "Made up" } },
      { visits: 3, doctor: { name: "Made up" } },
    ],
  });
  const [entry, ...others] = entriesIn(gateway.folder);
  expect(others).toEqual([]);
  expect(entry).toMatchObject({
    seq: 1,
    subject: "doctor",
    agency: "Clinic",
    purpose: "review-2026",
    operation: { name: "Ward", hash: expect.stringMatching(/^[0-9a-f]{64}$/) },
    outcome: "answered",
  });
  expect(entry?.read?.["Patient"]?.toSorted()).toEqual(["d1", "p1", "p2", "p7"]);
  expect(await verify(gateway.folder)).toMatchObject({ chains: 1, entries: 2, findings: [], notes: [] });
});

/** What is recorded of each operation. Undefined: nothing. */
const reads: readonly (readonly [query: string, read: Record<string, string[]> | undefined])[] = [
  ["{ wards }", undefined],
  ["{ __typename __schema { queryType { name } } }", undefined],
  ["{ patients { __typename } }", { Patient: ["p1", "p2"] }],
  ["{ a: patients { other: name } }", { Patient: ["p1", "p2"] }],
  ["{ patients { id: name friends { name } } }", { Patient: ["p1", "p4", "p2"] }],
  ["{ beds { patients { name } } }", { Patient: ["p1", "p3"] }],
  ["{ nobody { name } }", { Patient: [] }],
  ["{ anyone { __typename } }", { Patient: [], Nurse: ["n1"] }],
  ["{ anyone { ... on Named { name } } }", { Patient: [], Nurse: ["n1"] }],
  ["{ bill { amount } }", { Patient: ["p9"] }],
  ["{ bill { amount payer { name } } }", { Patient: ["p9"] }],
  [
    'query A { patient(id: "p5") { ...F } } fragment F on Patient { name @skip(if: true) }',
    { Patient: ["p5"] },
  ],
];

test("the ids of all that is read are recorded, whatever the client selects, and the answer shows none of it", async () => {
  await using gateway = await startAudited();
  await using plain = await startGateway([patients, visits], "local", { identify: async () => doctor });
  for (const [query] of reads) expect(await gateway.ask(query), query).toEqual(await plain.query(query));
  const expected = reads.map(([, read]) => read).filter((read) => read !== undefined);
  expect(entriesIn(gateway.folder).map(({ read }) => read)).toEqual(expected);
});

test("what the caller may not see is not read, and no look at it is recorded", async () => {
  await using gateway = await startAudited();
  const { errors } = await gateway.ask("{ wards patients { name } }", { authorization: "" });
  expect(errors).toHaveLength(1);
  const bill = await gateway.ask("{ bill { amount } }", { authorization: "" });
  expect(bill).toEqual({ data: { bill: { amount: 7 } } });
  expect(entriesIn(gateway.folder)).toMatchObject([{ subject: null, read: { Patient: ["p9"] } }]);
});

const someone = "query ($id: ID!) { patient(id: $id) { name } }";
const stranger = { authorization: "stranger" };

/** An operation that asks for a patient and gets none, and the code of its only error. */
const refusals: readonly (readonly [
  code: string,
  query: string,
  headers: Record<string, string>,
  more: object,
])[] = [
  ["UNAUTHORIZED_FIELD_OR_TYPE", "{ wards patients { name } }", stranger, {}],
  ["UNAUTHORIZED_FIELD_OR_TYPE", "{ beds { patients { name } } }", stranger, {}],
  ["QUERY_TOO_COMPLEX", "{ patients { friends { friends { friends { friends { name } } } } } }", {}, {}],
  ["BAD_USER_INPUT", '{ patientByNumber(number: "7") { name } }', {}, {}],
  ["BAD_USER_INPUT", someone, {}, { variables: { id: "x".repeat(20_000) } }],
  [
    "RATE_LIMITED",
    "query ($n: String!) { patientByNumber(number: $n) { name } }",
    {},
    { variables: { n: "7" } },
  ],
];

test("who signed in and asks in vain is recorded with the reason and without ids, and nobody else is", async () => {
  await using gateway = await startAudited({}, "local", {
    costBudgets: { perOperation: 5_000, perMinute: undefined },
  });
  for (const [code, query, headers, more] of refusals) {
    const before = entriesIn(gateway.folder).length;
    const { errors } = await gateway.ask(query, headers, more);
    expect(
      errors?.map(({ extensions }) => extensions?.["code"]),
      query,
    ).toEqual([code]);
    expect(entriesIn(gateway.folder).slice(before)).toMatchObject([{ read: {}, outcome: "refused", code }]);
    await gateway.ask(query, { authorization: "" }, more);
    expect(entriesIn(gateway.folder)).toHaveLength(before + 1);
  }
  await gateway.ask("{ staff }", stranger);
  expect(entriesIn(gateway.folder)).toHaveLength(refusals.length);
  expect((await verify(gateway.folder)).findings).toEqual([]);
});

test("an operation that is rejected as a whole is recorded, and of one caller so many in a minute", async () => {
  await using gateway = await startAudited({}, "local", { onUnauthorized: "reject" });
  const ask = () => gateway.ask("{ wards patients { name } }", stranger);
  await Promise.all(Array.from({ length: 70 }, ask));
  const entries = entriesIn(gateway.folder);
  expect(entries).toHaveLength(60);
  expect(entries[59]).toMatchObject({ subject: "stranger", code: "UNAUTHORIZED_FIELD_OR_TYPE" });
});

test("an answer that is too large to leave is recorded with what was read", async () => {
  await using gateway = await startAudited();
  const { data, errors } = await gateway.ask('{ patient(id: "large") { name } }');
  expect([data, errors?.[0]?.extensions?.["code"]]).toEqual([null, "QUERY_TOO_COMPLEX"]);
  expect(entriesIn(gateway.folder)).toMatchObject([{ read: { Patient: ["large"] }, outcome: "too large" }]);
});

test("a document's values and the values of variables stay out of the log", async () => {
  await using gateway = await startAudited();
  await gateway.ask(
    'query N012345678901 { patient(id: "p5") { name } }',
    {},
    { operationName: "N012345678901" },
  );
  await gateway.ask('query N012345678901 { patient(id: "p6") { name } }');
  const [first, second] = entriesIn(gateway.folder);
  expect(first?.["operation"]).toEqual(second?.["operation"]);
  const text = logFilesIn(gateway.folder)
    .map((file) => readFileSync(file, "utf8"))
    .join("");
  expect(text).not.toMatch(/012345678901|Made up/);
});

test("a request that has to say its purpose and does not reads nothing", async () => {
  await using gateway = await startAudited({ purposeFor: ["patients:*"] });
  const query = "{ wards patients { name } }";
  for (const _ of ["new", "known"]) {
    expect(await gateway.ask(query)).toEqual({
      errors: [
        {
          message: "Expected a header x-purpose that says for what the data is read.",
          extensions: { code: "FORBIDDEN" },
        },
      ],
    });
  }
  for (const purpose of ["", "a b", "012345678901", "x".repeat(101)]) {
    const { data, errors } = await gateway.ask(query, { "x-purpose": purpose });
    expect([data, errors?.[0]?.extensions?.["code"]]).toEqual([undefined, "BAD_USER_INPUT"]);
  }
  expect(await gateway.ask("{ wards }")).toEqual({ data: { wards: 4 } });
  expect(await gateway.ask(query, { "x-purpose": "case:12" })).toHaveProperty("data.wards", 4);
  const refused = { purpose: null, read: {}, outcome: "refused" };
  expect(entriesIn(gateway.folder)).toMatchObject([
    ...["new", "known"].map(() => ({ ...refused, code: "FORBIDDEN" })),
    ...["empty", "spaced", "number", "long"].map(() => ({ ...refused, code: "BAD_USER_INPUT" })),
    { purpose: "case:12", outcome: "answered" },
  ]);
});

test("an answer that cannot be recorded does not leave, and the next one does when it can", async () => {
  await using gateway = await startAudited();
  const query = "{ wards patients { name } }";
  expect(await gateway.ask(query)).toHaveProperty("data.wards", 4);
  rmSync(gateway.folder, { recursive: true });
  writeFileSync(gateway.folder, "");
  for (const _ of ["the first finds that its file is gone", "the second cannot make another"]) {
    const response = await fetch(`${gateway.url}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json", authorization: "x" },
      body: JSON.stringify({ query }),
    });
    expect(response.status).toBe(503);
    expect(await response.json()).toEqual({
      errors: [
        {
          message: "The access log cannot be written, so the answer is held back. Ask again later.",
          extensions: { code: "ACCESS_LOG_UNAVAILABLE" },
        },
      ],
    });
  }
  expect(await gateway.ask("{ wards }")).toEqual({ data: { wards: 4 } });
  rmSync(gateway.folder);
  expect(await gateway.ask(query)).toHaveProperty("data.wards", 4);
  const { findings } = await verify(gateway.folder);
  expect(findings).toMatchObject([{ what: expect.stringMatching(/^is missing/) }]);
});

test("500 requests at once share few writes, and each is recorded once", async () => {
  await using gateway = await startAudited();
  const ids = Array.from({ length: 500 }, (_, index) => `q${index}`);
  await Promise.all(
    ids.map((id) => gateway.ask("query ($id: ID!) { patient(id: $id) { name } }", {}, { variables: { id } })),
  );
  expect(
    entriesIn(gateway.folder)
      .flatMap(({ read }) => read?.["Patient"] ?? [])
      .toSorted(),
  ).toEqual(ids.toSorted());
  expect((await verify(gateway.folder)).findings).toEqual([]);
});

test("files and folder are for their user only", async () => {
  await using gateway = await startAudited();
  expect(statSync(gateway.folder).mode & 0o777).toBe(0o700);
  for (const file of logFilesIn(gateway.folder)) expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(statSync(dirname(gateway.folder)).isDirectory()).toBe(true);
});

test("the stock executor cannot record what is read, and does not start with an access log", async () => {
  const start = startGateway([patients, visits], "local", {
    executor: "stock",
    audit: { folder: newAuditFolder(), key: auditKey },
  });
  await expect(start).rejects.toThrow("EXECUTOR=stock");
});
