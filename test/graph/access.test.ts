import { beforeAll, expect, test } from "vitest";
import { callerOf } from "../support/callers.js";
import { documents } from "../support/documents.js";
import { sharedGraph, type SharedGraph } from "../support/shared-graph.js";
import { roleExamples } from "../support/role-examples.js";

let graph: SharedGraph;
beforeAll(async () => {
  graph = await sharedGraph();
});

const bacNinh = "24@2025-07-01";
const examples = documents().flatMap(roleExamples);

test("README.md has a query that four roles ask", () => {
  expect(examples).toHaveLength(1);
  expect([...(examples[0]?.data.keys() ?? [])]).toEqual([
    "public",
    "commune-officer",
    "credit-officer",
    "meritorious-officer",
  ]);
});

test.each(
  examples.flatMap(({ query, data }) => [...data].map(([role, printed]) => ({ query, role, printed }))),
)("the query in README.md gives a $role the answer printed there", async ({ query, role, printed }) => {
  const { data, errors = [] } = await graph.as(callerOf(role, bacNinh)).query(query);
  expect({ data }).toEqual(JSON.parse(printed));
  expect(errors.every(({ extensions }) => extensions["code"] === "UNAUTHORIZED_FIELD_OR_TYPE")).toBe(true);
});

test("whoever may not see a field gets none of it, and no department is asked for what only they would see", async () => {
  graph.takeStatements();
  const query =
    '{ households(first: 1) { totalCount } person(id: "p1") { fullName } loan(id: "l1") { principal } }';
  const { data, errors = [] } = await graph.as(callerOf("public")).query(query);
  expect(data).toEqual({ households: null, person: null, loan: null });
  expect(errors.map(({ path }) => path)).toEqual([["households"], ["person"], ["loan"]]);
  expect(graph.takeStatements()).toEqual({});
});

test("what a field requires of other departments comes to whoever may see the field", async () => {
  const query = `{ household(id: "h0048632") {
    creditEligibility(on: "2025-12-31") { eligible } socialHousingEligibility(on: "2025-12-31") { verdict }
    supportOverlaps { verdict } isMeritoriousFamily members { schoolMilk { isPolicyChild } }
  } }`;
  const seenBy = async (role: string) => {
    const { data } = await graph.as(callerOf(role, bacNinh)).query(query);
    const household = (data?.["household"] ?? {}) as Record<string, unknown>;
    return Object.keys(household).filter((name) => household[name] !== null);
  };
  expect(await seenBy("credit-officer")).toEqual(["creditEligibility"]);
  expect(await seenBy("meritorious-officer")).toEqual(["isMeritoriousFamily", "members"]);
  expect(await seenBy("commune-officer")).toEqual([
    "socialHousingEligibility",
    "supportOverlaps",
    "isMeritoriousFamily",
    "members",
  ]);
  expect(await seenBy("province-officer")).toHaveLength(5);
});
