import { readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { expect, test } from "vitest";
import { auditKey, entriesIn, logFilesIn, newAuditFolder, verify } from "../support/audit.js";
import { doctor, patients, startAudited, visits } from "../support/audited-gateway.js";
import { startGateway, topologies } from "../support/gateway.js";

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
