import { afterAll, beforeAll, expect, test } from "vitest";
import { clinic } from "./clinic.js";
import { startProtected, type ProtectedGateway } from "./protected-gateway.js";

let gateway: ProtectedGateway;
beforeAll(async () => {
  gateway = await startProtected(clinic);
});
afterAll(() => gateway[Symbol.asyncDispose]());

/** What is asked by whom, what is answered, and the fields that are cut: "place Type.field". */
interface Case {
  readonly rule: string;
  readonly scopes: string | null;
  readonly query: string;
  readonly data: unknown;
  readonly cut?: readonly string[];
}

const cases: readonly Case[] = [
  {
    rule: "@authenticated: somebody who signed in",
    scopes: "",
    query: "{ open staff }",
    data: { open: 1, staff: 2 },
  },
  {
    rule: "@authenticated: nobody did",
    scopes: null,
    query: "{ open staff }",
    data: { open: 1, staff: null },
    cut: ["staff Query.staff"],
  },
  {
    rule: "joined scopes: all of one list",
    scopes: "read patients",
    query: '{ patient(id: "1") { name } }',
    data: { patient: { name: "Patient 1" } },
  },
  {
    rule: "joined scopes: or all of another list",
    scopes: "all",
    query: '{ patient(id: "1") { name } }',
    data: { patient: { name: "Patient 1" } },
  },
  {
    rule: "joined scopes: a part of a list is not enough, and a name that begins alike is another one",
    scopes: "patients reading allow",
    query: '{ patient(id: "1") { name } }',
    data: { patient: null },
    cut: ["patient Query.patient"],
  },
  {
    rule: "an empty list demands nothing, as in composition",
    scopes: null,
    query: "{ free }",
    data: { free: 8 },
  },
  {
    rule: "a list, with a type that is protected",
    scopes: null,
    query: "{ patients { id } wards { patients { id } id } }",
    data: { patients: null, wards: null },
    cut: ["patients Query.patients", "wards.patients Ward.patients"],
  },
  {
    rule: "an enum and a scalar",
    scopes: "all",
    query: '{ patient(id: "1") { blood secret } }',
    data: { patient: { blood: null, secret: "s" } },
    cut: ["patient.blood Patient.blood"],
  },
  {
    rule: "a field that another subgraph adds",
    scopes: "all",
    query: "{ patients { id debt letter } }",
    data: {
      patients: [
        { id: "1", debt: null, letter: "Dear Patient 1" },
        { id: "2", debt: null, letter: "Dear Patient 2" },
      ],
    },
    cut: ["patients.debt Patient.debt"],
  },
  {
    rule: "aliases: one error for each place",
    scopes: "all",
    query: '{ p: patient(id: "1") { a: debt b: debt } q: patient(id: "1") { a: debt } }',
    data: { p: { a: null, b: null }, q: { a: null } },
    cut: ["p.a Patient.debt", "p.b Patient.debt", "q.a Patient.debt"],
  },
  {
    rule: "an object with nothing left is there, or it is not",
    scopes: "all",
    query: '{ there: patient(id: "1") { debt } not: patient(id: "0") { debt } }',
    data: { there: { debt: null }, not: null },
    cut: ["there.debt Patient.debt", "not.debt Patient.debt"],
  },
  {
    rule: "@skip and @include: what is left out is not asked for",
    scopes: null,
    query: "query ($no: Boolean = false) { open staff @skip(if: true) patients @include(if: $no) { id } }",
    data: { open: 1 },
  },
  {
    rule: "@skip and @include: what is left is",
    scopes: null,
    query: "query ($yes: Boolean = true) { staff @include(if: $yes) }",
    data: { staff: null },
    cut: ["staff Query.staff"],
  },
  {
    rule: "__typename is not protected, what the object is was",
    scopes: "all",
    query: '{ __typename patient(id: "1") { __typename debt } }',
    data: { __typename: "Query", patient: { __typename: "Patient", debt: null } },
    cut: ["patient.debt Patient.debt"],
  },
  {
    rule: "a named fragment used twice, and twice in one place",
    scopes: "all",
    query: `{ a: patient(id: "1") { ...F ...F } b: patient(id: "2") { ...F ... { ... on Patient { debt } } } }
      fragment F on Patient { id debt }`,
    data: { a: { id: "1", debt: null }, b: { id: "2", debt: null } },
    cut: ["a.debt Patient.debt", "b.debt Patient.debt"],
  },
  {
    rule: "a field of an interface demands what the fields of all of its types do",
    scopes: null,
    query: "{ beings { id age ... on Cat { years: age } ... on Dog { years: age } } }",
    data: {
      beings: [
        { id: "c", age: null, years: 3 },
        { id: "d", age: null, years: null },
      ],
    },
    cut: ["beings.age Being.age", "beings.years Dog.age"],
  },
  {
    rule: "an interface demands what all of its types do",
    scopes: null,
    query: "{ open things { ... on Chair { id } } }",
    data: { open: 1, things: null },
    cut: ["things Query.things"],
  },
  {
    rule: "so does a union, whatever is selected of it",
    scopes: null,
    query: "{ holder { chairs { id } either { __typename } } }",
    data: { holder: { chairs: [{ id: "c" }], either: null } },
    cut: ["holder.either Holder.either"],
  },
  {
    rule: "an interface and a union with all scopes",
    scopes: "safes",
    query: "{ things { id } holder { either { ... on Safe { id } } } }",
    data: { things: [{ id: "c" }, { id: "s" }], holder: { either: { id: "s" } } },
  },
  {
    rule: "a field that must not be null takes the objects around it, up to one that may",
    scopes: null,
    query: "{ open holder { must { id hidden } listed { id hidden } all { id hidden } } }",
    data: { open: 1, holder: { must: null, listed: [null, null], all: null } },
    cut: [
      "holder.must.hidden Strict.hidden",
      "holder.listed.hidden Strict.hidden",
      "holder.all.hidden Strict.hidden",
    ],
  },
  {
    rule: "below lists that must not be null too",
    scopes: "all",
    query: '{ patient(id: "1") { id notes { text } } }',
    data: { patient: null },
    cut: ["patient.notes.text Note.text"],
  },
  {
    rule: "introspection is answered beside what is cut",
    scopes: null,
    query: '{ __type(name: "Ward") { name } staff }',
    data: { __type: { name: "Ward" }, staff: null },
    cut: ["staff Query.staff"],
  },
  {
    rule: "a policy does not hold by default",
    scopes: "night doctor chief",
    query: "{ ruled }",
    data: { ruled: null },
    cut: ["ruled Query.ruled"],
  },
];

test.each(cases)("$rule", async ({ scopes, query, data, cut = [] }) => {
  const answer = await gateway.ask(scopes, query);
  expect(answer.data).toEqual(data);
  expect(answer.errors ?? []).toEqual(
    cut.map((place) => {
      const [path = "", field] = place.split(" ");
      return {
        message: `The caller may not see ${field}.`,
        path: path.split("."),
        extensions: { code: "UNAUTHORIZED_FIELD_OR_TYPE" },
      };
    }),
  );
});

test("EXECUTOR=stock rejects what the compiled executor would cut", async () => {
  await using stock = await startProtected(clinic, { executor: "stock" });
  for (const { scopes, query, data, cut = [] } of cases) {
    const answer = await stock.ask(scopes, query);
    const paths = answer.errors?.map(({ path }) => path?.join("."));
    expect(paths ?? [], query).toEqual(cut.map((place) => place.split(" ")[0]));
    expect(answer.data, query).toEqual(cut.length > 0 ? undefined : data);
  }
});
