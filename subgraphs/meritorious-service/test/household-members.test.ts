import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { officialOf } from "../../../test/support/callers.js";
import type { DepartmentGraph } from "../../../test/support/department-graph.js";
import { startMeritoriousGraph } from "./support/meritorious-graph.js";

let graph: DepartmentGraph;
beforeAll(async () => {
  graph = await startMeritoriousGraph({
    records: [
      { id: "invalid", personId: "father" },
      { id: "martyr", personId: "grandfather", categoryId: "MARTYR", status: "DECEASED" },
      { id: "widow", personId: "grandmother", categoryId: "RELATIVE", relativeOfId: "martyr" },
      {
        id: "nurse",
        personId: "father",
        categoryId: "RELATIVE",
        relativeOfId: "mother",
        recognizedOn: "1990-01-01",
      },
      { id: "mother", personId: "aunt", categoryId: "HEROIC_MOTHER", status: "SUSPENDED" },
    ],
  });
});
afterAll(() => graph.close());

const householdOf = (...members: readonly string[]) => ({ id: "h", members: members.map((id) => ({ id })) });

interface Members {
  readonly meritoriousMembers: readonly { readonly id: string }[];
}

async function listMembers(filter: string, ...members: readonly string[]): Promise<string[]> {
  const selection = `meritoriousMembers${filter} { id }`;
  const [household] = await graph.expectEntities<Members>("Household", [householdOf(...members)], selection);
  return (household?.meritoriousMembers ?? []).map(({ id }) => id);
}

describe("the records of a household's members", () => {
  test("come in the order of the members, those of one in the order of recognition", async () => {
    expect(await listMembers("", "grandmother", "child", "father")).toEqual(["widow", "nurse", "invalid"]);
  });

  test.each([
    ['categoryCodes: ["WAR_INVALID"]', ["invalid"]],
    ['relativesOf: ["MARTYR"]', ["widow"]],
    [
      'categoryCodes: ["WAR_INVALID"], relativesOf: ["MARTYR", "HEROIC_MOTHER"]',
      ["nurse", "invalid", "widow"],
    ],
    ["categoryCodes: []", []],
    ["status: IN_FORCE", ["nurse", "invalid", "widow"]],
    ['status: SUSPENDED, categoryCodes: ["WAR_INVALID"]', []],
    ["categoryCodes: null, relativesOf: null", ["nurse", "invalid", "widow", "martyr"]],
  ])("are of one of the categories, or of relatives of such people: %s", async (filter, expected) => {
    const listed = await listMembers(`(filter: { ${filter} })`, "father", "grandmother", "grandfather");
    expect(listed).toEqual(expected);
  });
});

test.each([
  ["a member's own record is in force", ["father"], true],
  ["a member is recognized as a relative", ["child", "grandmother"], true],
  ["the only record is of a dead member", ["grandfather"], false],
  ["the only record is suspended", ["aunt"], false],
  ["nobody has a record", ["child"], false],
])("whether a family is meritorious: %s", async (_, members, isMeritoriousFamily) => {
  const households = await graph.expectEntities(
    "Household",
    [householdOf(...members)],
    "isMeritoriousFamily",
  );
  expect(households).toEqual([{ isMeritoriousFamily }]);
});

test.each([
  [["father"], true],
  [["grandmother", "grandfather"], true],
  [["grandmother", "aunt"], false],
  [[], false],
])("a child of %j is the child of a war invalid or martyr: %j", async (parentIds, expected) => {
  const persons = await graph.expectEntities(
    "Person",
    [{ id: "x", parentIds }],
    "isChildOfWarInvalidOrMartyr",
  );
  expect(persons).toEqual([{ isChildOfWarInvalidOrMartyr: expected }]);
});

test("who does not see a record learns by verdicts alone that there is one", async () => {
  const elsewhere = graph.as(officialOf("99@0"));
  expect(
    await elsewhere.expectEntities(
      "Household",
      [householdOf("father")],
      "isMeritoriousFamily meritoriousMembers { id }",
    ),
  ).toEqual([{ isMeritoriousFamily: true, meritoriousMembers: [] }]);
  expect(
    await elsewhere.expectEntities(
      "Person",
      [{ id: "x", parentIds: ["father"] }],
      "isChildOfWarInvalidOrMartyr meritoriousRecords { id }",
    ),
  ).toEqual([{ isChildOfWarInvalidOrMartyr: true, meritoriousRecords: [] }]);
});

test.each([[{}], [{ members: null }]])(
  "whether the family of a household is meritorious is not known where it comes with %j",
  async (known) => {
    const { data, errors } = await graph.query(
      `query ($known: [_Any!]!) { _entities(representations: $known) { ... on Household {
        isMeritoriousFamily meritoriousMembers { id } } } }`,
      { known: [{ __typename: "Household", id: "h", ...known }] },
    );
    expect(data).toEqual({ _entities: [{ isMeritoriousFamily: null, meritoriousMembers: null }] });
    expect(errors?.map(({ extensions }) => extensions?.["code"])).toEqual([
      "SUBGRAPH_ERROR",
      "SUBGRAPH_ERROR",
    ]);
  },
);

test("the members of 100 households take as many statements as those of one", async () => {
  const selection =
    'meritoriousMembers(filter: { relativesOf: ["MARTYR"] }) { category { code } } isMeritoriousFamily';
  const counts = [];
  for (const count of [1, 100]) {
    graph.takeStatements();
    await graph.expectEntities(
      "Household",
      Array(count).fill(householdOf("father", "grandmother")),
      selection,
    );
    counts.push(graph.takeStatements());
  }
  // Records of persons, categories, and the records of those whose relatives they are.
  expect(counts).toEqual([3, 3]);
});
