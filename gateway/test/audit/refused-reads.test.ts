import { expect, test } from "vitest";
import { entriesIn, verify } from "../support/audit.js";
import { startAudited } from "../support/audited-gateway.js";

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
