import type { SchoolMilkTermEntity } from "@an-sinh/households/school-milk/school-milk-term.entity";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { DepartmentGraph } from "../../../test/support/department-graph.js";
import { startHouseholdsGraph } from "./support/households-graph.js";

const province = "24@2025-07-01";
const commune = "00001@2025-07-01";
const on = "2026-01-15";

/** From Resolution 31/2025/NQ-HDND, but for shorter validity. */
const term = (
  isForPolicyChildren: boolean | null,
  given: Partial<SchoolMilkTermEntity> = {},
): SchoolMilkTermEntity => ({
  id: `${isForPolicyChildren}`,
  unitId: province,
  isForPolicyChildren,
  budgetPercent: isForPolicyChildren ? 75 : 50,
  parentsPercent: isForPolicyChildren ? 0 : 25,
  suppliersPercent: 25,
  youngestAge: 3,
  oldestAge: 10,
  validFrom: "2025-09-01",
  validTo: "2026-05-31",
  legalBasis: "Resolution 31/2025/NQ-HDND",
  ...given,
});

/** A child of seven in a household that is neither poor nor near-poor, unless it says otherwise. */
const children = {
  other: {},
  disabled: { isDisabled: true },
  orphan: { isOrphan: true },
  poor: { householdId: "h2" },
  nearPoor: { householdId: "h3" },
  elsewhere: { householdId: "h4" },
  homeless: { householdId: null },
  dead: { isAlive: false },
  three: { birthDate: "2023-01-15" },
  tooYoung: { birthDate: "2023-01-16" },
  ten: { birthDate: "2015-01-16" },
  tooOld: { birthDate: "2015-01-15" },
  unknownAge: { birthDate: null },
  bornIn2018: { birthDate: null, partialBirthDate: "2018" },
  bornInMay2015: { birthDate: null, partialBirthDate: "2015-05" },
  perhapsTooYoung: { birthDate: null, partialBirthDate: "2023" },
  perhapsTooOld: { birthDate: null, partialBirthDate: "2015-01" },
};

let graph: DepartmentGraph;
beforeAll(async () => {
  graph = await startHouseholdsGraph({
    units: [
      { id: province },
      { id: commune, level: "COMMUNE", provinceId: province },
      { id: "01@0" },
      { id: "00002@0", level: "COMMUNE", provinceId: "01@0" },
    ],
    households: [{}, {}, {}, { communeId: "00002@0" }],
    classes: [
      { householdId: "h1", class: "AVERAGE" },
      { householdId: "h2", class: "POOR", until: "2026-01-31" },
      { householdId: "h3", class: "NEAR_POOR" },
    ],
    people: Object.entries(children).map(([id, given]) => ({
      id,
      householdId: "h1",
      birthDate: "2018-06-01",
      ...given,
    })),
    milkTerms: [
      term(true),
      term(false),
      // From Quang Ninh's resolution of November 2025, in another year.
      term(null, {
        budgetPercent: 100,
        parentsPercent: 0,
        suppliersPercent: 0,
        validFrom: "2026-09-01",
        validTo: "2027-05-31",
      }),
    ],
  });
});
afterAll(() => graph.close());

interface Milk {
  readonly isPolicyChild: boolean;
  readonly parentsPercent: number;
  readonly reasons: readonly { readonly circumstance: string; readonly met: boolean | null }[];
}

async function milkOf(id: string, day = on, isChildOfWarInvalidOrMartyr: boolean | null = false) {
  const [person] = await graph.expectEntities<{ schoolMilk: Milk | null }>(
    "Person",
    [{ id, isChildOfWarInvalidOrMartyr }],
    `schoolMilk(on: "${day}") { isPolicyChild parentsPercent reasons { circumstance met } }`,
  );
  return person?.schoolMilk;
}

describe("the parents pay nothing for a child", () => {
  test.each([
    ["disabled", "DISABLED"],
    ["orphan", "ORPHAN"],
    ["poor", "POOR_HOUSEHOLD"],
    ["nearPoor", "NEAR_POOR_HOUSEHOLD"],
  ])("that is %s", async (id, circumstance) => {
    const milk = await milkOf(id);
    expect(milk).toMatchObject({ isPolicyChild: true, parentsPercent: 0 });
    expect(milk?.reasons.filter(({ met }) => met)).toEqual([{ circumstance, met: true }]);
  });

  test("of a war invalid or martyr, as the meritorious service records it", async () => {
    expect(await milkOf("other", on, true)).toMatchObject({ isPolicyChild: true, parentsPercent: 0 });
  });

  test("but pay their share for any other", async () => {
    expect(await milkOf("other")).toMatchObject({ isPolicyChild: false, parentsPercent: 25 });
  });
});

test("what another department does not tell is not known, and so are the shares if nothing else decides", async () => {
  expect(await milkOf("other", on, null)).toBeNull();
  const milk = await milkOf("poor", on, null);
  expect(milk?.isPolicyChild).toBe(true);
  expect(milk?.reasons).toContainEqual({ circumstance: "CHILD_OF_WAR_INVALID_OR_MARTYR", met: null });
});

test("a province that makes no difference pays the same for every child, whatever is known of it", async () => {
  const day = "2026-09-01";
  const selection = `schoolMilk(on: "${day}") { isPolicyChild budgetPercent parentsPercent suppliersPercent reasons { met } }`;
  for (const isChildOfWarInvalidOrMartyr of [true, false, null]) {
    const [child] = await graph.expectEntities(
      "Person",
      [{ id: "poor", isChildOfWarInvalidOrMartyr }],
      selection,
    );
    expect(child).toEqual({
      schoolMilk: {
        isPolicyChild: null,
        budgetPercent: 100,
        parentsPercent: 0,
        suppliersPercent: 0,
        reasons: [],
      },
    });
  }
});

test("the class of the household counts on the day", async () => {
  expect(await milkOf("poor", "2026-01-31")).toMatchObject({ isPolicyChild: true });
  expect(await milkOf("poor", "2026-02-01")).toMatchObject({ isPolicyChild: false });
});

test.each([
  ["three", true],
  ["tooYoung", false],
  ["ten", true],
  ["tooOld", false],
  ["unknownAge", false],
  ["bornIn2018", true],
  ["bornInMay2015", true],
  ["perhapsTooYoung", false],
  ["perhapsTooOld", false],
  ["dead", false],
  ["homeless", false],
  ["elsewhere", false],
])("a child that is %s has a program: %s", async (id, expected) => {
  expect((await milkOf(id)) !== null).toBe(expected);
});

test.each([
  ["2025-08-31", false],
  ["2025-09-01", true],
  ["2026-05-31", true],
  ["2026-06-01", false],
])("on %s there is a program: %s", async (day, expected) => {
  expect((await milkOf("other", day)) !== null).toBe(expected);
});
