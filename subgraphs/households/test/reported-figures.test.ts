import { FundYearEntity } from "@an-sinh/households/fund-for-the-poor/fund-year.entity";
import { LaborYearEntity } from "@an-sinh/households/labor/labor-year.entity";
import { CapitalYearEntity } from "@an-sinh/households/program-capital/capital-year.entity";
import { NationalProgramEntity } from "@an-sinh/households/program-capital/national-program.entity";
import {
  ComponentProjectEntity,
  SubProjectEntity,
} from "@an-sinh/households/program-capital/program-projects.entity";
import { SupportTopUpEntity } from "@an-sinh/households/support-top-up/support-top-up.entity";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { dialects, rowsOf, type DepartmentGraph } from "../../../test/support/department-graph.js";
import { startHouseholdsGraph } from "./support/households-graph.js";

/** What units report by themselves, without localities. The district lies in the province, the commune does not. */
const territory = { "01@0": ["here", "near"], "271@0": ["here"], "00001@2025-07-01": ["near", "far"] };
const [province = "", district = "", commune = ""] = Object.keys(territory);

const code = "SUSTAINABLE_POVERTY_REDUCTION";
const legalBasis = "Decision 90/QD-TTg";

const capital = (
  unitId: string,
  year: number,
  subProjectId: string,
  source: CapitalYearEntity["source"],
  disbursed: number,
): CapitalYearEntity => ({ unitId, year, subProjectId, source, allocated: 100, disbursed });

const topUp = (id: string, fromYear: number, toYear: number, timesCentral: number): SupportTopUpEntity => ({
  id,
  unitId: province,
  support: "Trợ cấp xã hội",
  programCode: null,
  fromYear,
  toYear,
  beganOn: null,
  timesCentral,
  legalBasis,
});

const tables = [
  rowsOf(FundYearEntity, [
    { unitId: province, year: 2023, received: 5, spent: 4 },
    { unitId: district, year: 2023, received: 2, spent: 1 },
    { unitId: district, year: 2024, received: 10, spent: 8 },
    { unitId: commune, year: 2024, received: 99, spent: 99 },
  ]),
  rowsOf(NationalProgramEntity, [{ code, name: "Chương trình", fromYear: 2021, toYear: 2025, legalBasis }]),
  rowsOf(ComponentProjectEntity, [
    { id: "p1", programCode: code, number: 1, name: "Dự án 1" },
    { id: "p2", programCode: code, number: 2, name: "Dự án 2" },
  ]),
  rowsOf(SubProjectEntity, [
    { id: "s21", componentProjectId: "p2", number: 1, name: "Tiểu dự án 1" },
    { id: "s11", componentProjectId: "p1", number: 1, name: "Tiểu dự án 1" },
  ]),
  rowsOf(CapitalYearEntity, [
    capital(province, 2022, "s21", "CENTRAL_BUDGET", 50),
    capital(district, 2024, "s21", "CENTRAL_BUDGET", 70),
    capital(district, 2023, "s11", "OTHER", 0),
    capital(commune, 2023, "s11", "OTHER", 100),
  ]),
  rowsOf(LaborYearEntity, [{ unitId: district, year: 2024, newJobs: 300, trainedWorkerRatePercent: 71.5 }]),
  rowsOf(SupportTopUpEntity, [topUp("t1", 2024, 2026, 1.5), topUp("t2", 2022, 2024, 1.3)]),
];

describe.each(dialects)("on %s", (dialect) => {
  let graph: DepartmentGraph;
  beforeAll(async () => {
    const units = Object.keys(territory).map((id) => ({ id }));
    graph = await startHouseholdsGraph({ territory, units }, dialect, tables);
  });
  afterAll(() => graph.close());

  const ofUnit = async (id: string, selection: string) =>
    (await graph.expectEntities("AdministrativeUnit", [{ id }], selection))[0];

  test("the Fund for the Poor of a unit includes those of the units that lie in it", async () => {
    const fund = "fundForThePoor(fromYear: 2023, toYear: 2024) { received spent years { year received } }";
    expect(await ofUnit(province, fund)).toEqual({
      fundForThePoor: {
        received: 17,
        spent: 13,
        years: [
          { year: 2023, received: 7 },
          { year: 2024, received: 10 },
        ],
      },
    });
    expect(await ofUnit(district, fund)).toMatchObject({ fundForThePoor: { received: 12 } });
    expect(await ofUnit(commune, fund)).toMatchObject({ fundForThePoor: { received: 99 } });
  });

  test("a period includes both its years", async () => {
    expect(await ofUnit(district, "fundForThePoor(fromYear: 2024, toYear: 2024) { received }")).toEqual({
      fundForThePoor: { received: 10 },
    });
  });

  test("capital is summed over years and units, in the order of the projects' numbers", async () => {
    const selection = `capital(program: "${code}") {
      componentProject { number } subProject { id } source fromYear toYear allocated disbursed disbursedPercent }`;
    const other = { componentProject: { number: 1 }, subProject: { id: "s11" }, source: "OTHER" };
    const central = { componentProject: { number: 2 }, subProject: { id: "s21" }, source: "CENTRAL_BUDGET" };
    expect(await ofUnit(province, selection)).toEqual({
      capital: [
        { ...other, fromYear: 2023, toYear: 2023, allocated: 100, disbursed: 0, disbursedPercent: 0 },
        { ...central, fromYear: 2022, toYear: 2024, allocated: 200, disbursed: 120, disbursedPercent: 60 },
      ],
    });
  });

  test("labor is what the very unit reported", async () => {
    const labor = "labor(year: 2024) { newJobs trainedWorkerRatePercent }";
    expect(await ofUnit(district, labor)).toEqual({
      labor: { newJobs: 300, trainedWorkerRatePercent: 71.5 },
    });
    expect(await ofUnit(province, labor)).toEqual({ labor: null });
    expect(await ofUnit(district, "labor(year: 2023) { newJobs }")).toEqual({ labor: null });
  });

  test.each([
    ["", ["t2", "t1"]],
    ["(year: 2022)", ["t2"]],
    ["(year: 2024)", ["t2", "t1"]],
    ["(year: 2027)", []],
  ])("support top-ups%s are those in force, the lowest first", async (year, ids) => {
    expect(await ofUnit(province, `supportTopUps${year} { id }`)).toEqual({
      supportTopUps: ids.map((id) => ({ id })),
    });
  });
});

test("a support top-up is valid from 1 January of its first year, or from the day on which the support began", async () => {
  const later = { ...topUp("t3", 2025, 2025, 1.4), beganOn: "2025-07-01" };
  const rows = [rowsOf(SupportTopUpEntity, [topUp("t1", 2024, 2026, 1.5), later])];
  const graph = await startHouseholdsGraph({ units: [{ id: province }] }, "sqlite", rows);
  const units = await graph.expectEntities(
    "AdministrativeUnit",
    [{ id: province }],
    "supportTopUps { id validFrom }",
  );
  await graph.close();
  expect(units).toEqual([
    {
      supportTopUps: [
        { id: "t3", validFrom: "2025-07-01" },
        { id: "t1", validFrom: "2024-01-01" },
      ],
    },
  ]);
});

describe("a year that nobody can mean", () => {
  let graph: DepartmentGraph;
  beforeAll(async () => {
    graph = await startHouseholdsGraph({ units: [{ id: province }] });
  });
  afterAll(() => graph.close());

  test.each([
    ["fundForThePoor(fromYear: 1900, toYear: 2024) { received }", "fromYear"],
    ["fundForThePoor(fromYear: 2024, toYear: 2023) { received }", "toYear"],
    ["livelihoodModels(fromYear: 2024, toYear: 2101) { models }", "toYear"],
    ["assistance(year: 20240) { amount }", "year"],
    ["assistanceInPeriod(fromYear: 2024, toYear: 2022) { amount }", "toYear"],
    ["labor(year: 0) { newJobs }", "year"],
    ["targets(year: -1) { id }", "year"],
    ["supportTopUps(year: 1) { id }", "year"],
  ])("is BAD_USER_INPUT: %s", async (selection, argument) => {
    const { errors } = await graph.query(
      `query ($unit: _Any!) { _entities(representations: [$unit]) { ... on AdministrativeUnit { ${selection} } } }`,
      { unit: { __typename: "AdministrativeUnit", id: province } },
    );
    expect(errors).toMatchObject([{ extensions: { code: "BAD_USER_INPUT", argument } }]);
  });
});
