import { FundYearEntity } from "@an-sinh/households/fund-for-the-poor/fund-year.entity";
import { CapitalYearEntity } from "@an-sinh/households/program-capital/capital-year.entity";
import { NationalProgramEntity } from "@an-sinh/households/program-capital/national-program.entity";
import {
  ComponentProjectEntity,
  SubProjectEntity,
} from "@an-sinh/households/program-capital/program-projects.entity";
import type { Dialect } from "@an-sinh/subgraph-kit/database/database";
import {
  getNamedType,
  parse,
  print,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type FieldNode,
  type GraphQLSchema,
} from "graphql";
import { describe, expect, test } from "vitest";
import { startCreditGraph } from "../subgraphs/credit-programs/test/support/credit-graph.js";
import { packageLoan } from "../subgraphs/credit-programs/test/support/rows.js";
import { startHouseholdsGraph } from "../subgraphs/households/test/support/households-graph.js";
import { startHousingGraph } from "../subgraphs/housing-projects/test/support/housing-graph.js";
import { startMeritoriousGraph } from "../subgraphs/meritorious-service/test/support/meritorious-graph.js";
import { dialects, rowsOf, type DepartmentGraph } from "./support/department-graph.js";
import { operationsOf } from "./support/walk/operations.js";

const most = Number.MAX_SAFE_INTEGER;
const commune = "00001@2025-07-01";
const territory = { VN: ["here", "there"], [commune]: ["here"] };
const there = { localityId: "there" };

/** The shares of such sums, by department. */
const shares: Readonly<Record<string, readonly string[]>> = {
  "credit-programs": [
    "credit.overdueRatePercent",
    "debts.total.overdueRatePercent",
    "debts.byStatus.overdueRatePercent",
    "debts.byEntrustedOrganization.overdueRatePercent",
    "debts.byTransactionOffice.overdueRatePercent",
    "debts.byTransactionOffice.transactionOffice.debts.overdueRatePercent",
    "debts.mostOverdueSavingsGroups.overdueRatePercent",
    "debts.mostOverdueSavingsGroups.savingsGroup.debts.overdueRatePercent",
    "debts.mostOverdueSavingsGroups.savingsGroup.transactionOffice.debts.overdueRatePercent",
  ],
  households: ["capital.disbursedPercent"],
  "housing-projects": [],
  "meritorious-service": ["meritorious.payments.sharePercent", "meritorious.paidCashlessPercent"],
};

/** Each department with two rows of the largest amount wherever it adds up amounts, in 2024. */
const departments: Readonly<Record<string, (dialect: Dialect) => Promise<DepartmentGraph>>> = {
  "credit-programs": (dialect) => {
    const dates = { principal: most, disbursedOn: "2024-03-01", balanceOn: "2024-12-31" };
    const loan = {
      ...dates,
      overdue: most,
      savingsGroupId: "g1",
      status: "OVERDUE",
      entrustedOrganization: "WOMENS_UNION",
    } as const;
    const developers = packageLoan(dates);
    const programs = [{}, { code: "SOCIAL_HOUSING_PACKAGE", lenderKind: "COMMERCIAL_BANK" as const }];
    const loans = [loan, { ...loan, ...there }, developers, { ...developers, ...there }];
    const yearEnds = ["l1", "l2", "l3", "l4"].map((loanId) => ({ loanId, year: 2024, overdue: most }));
    return startCreditGraph({ territory, programs, groups: [{}], loans, yearEnds }, dialect);
  },
  households: (dialect) => {
    const model = { name: "Nuôi gà", startedOn: "2024-01-01", budget: most, decisionNumber: null };
    const models = [
      { id: "m1", ...model, localityId: "here" },
      { id: "m2", ...model, ...there },
    ];
    const assistance = [{ amount: most }, { amount: most, ...there }];
    return startHouseholdsGraph(
      {
        territory,
        units: [{ id: "VN" }, { id: commune }],
        households: [{}, there],
        programs: [{}],
        assistance,
        models,
      },
      dialect,
      reported,
    );
  },
  "housing-projects": (dialect) => {
    const support = { amount: most, decidedOn: "2024-01-01", completedOn: "2024-06-01" };
    const supports = [support, { ...support, ...there }];
    const ofSupports = ["s1", "s2"].map((supportId) => ({
      supportId,
      source: "CENTRAL_BUDGET" as const,
      amount: most,
    }));
    return startHousingGraph({ territory, supports, shares: ofSupports }, dialect);
  },
  "meritorious-service": (dialect) => {
    const second = { recordId: "r2", ...there };
    const grant = { grantedOn: "2024-01-15", amount: most };
    return startMeritoriousGraph(
      {
        territory,
        records: [{}, there],
        payments: [{ amount: most }, { amount: most, ...second }],
        benefits: [{ amount: most }, { amount: most, ...second }],
        cards: [{ premium: most }, { premium: most, ...second }],
        grants: [grant, { ...grant, ...second }],
      },
      dialect,
    );
  },
};

/** What units report of the fund and of a program. */
const capital = {
  year: 2024,
  subProjectId: "s1",
  source: "CENTRAL_BUDGET",
  allocated: most,
  disbursed: most,
} as const;
const reported = [
  rowsOf(FundYearEntity, [
    { unitId: "VN", year: 2024, received: most, spent: most },
    { unitId: commune, year: 2024, received: most, spent: most },
  ]),
  rowsOf(NationalProgramEntity, [
    { code: "NTP", name: "Chương trình", fromYear: 2021, toYear: 2025, legalBasis: "Decision" },
  ]),
  rowsOf(ComponentProjectEntity, [{ id: "c1", programCode: "NTP", number: 1, name: "Dự án" }]),
  rowsOf(SubProjectEntity, [{ id: "s1", componentProjectId: "c1", number: 1, name: "Tiểu dự án" }]),
  rowsOf(CapitalYearEntity, [
    { unitId: "VN", ...capital },
    { unitId: commune, ...capital },
  ]),
];

/** What is no sum: terms, norms and lines. And of buyers there is nothing. */
const single = /\.(terms|termsHistory|levels|standard|reportingStandard|buyers)\./;

describe.each(dialects)("on %s", (dialect) => {
  test.each(Object.entries(departments))(
    "%s: each sum that is too large fails, and each share of it",
    async (name, start) => {
      const graph = await start(dialect);
      try {
        const fields = fieldsBelowUnit(graph.schema);
        const failing: string[] = [];
        for (const { path, query } of fields) {
          const { errors = [] } = await graph.query(query);
          const codes = errors.map(({ extensions }) => extensions?.["code"]);
          if (codes.includes("SUM_TOO_LARGE")) failing.push(path);
          else
            expect(
              codes.filter((code) => code !== "NOT_FOUND"),
              path,
            ).toEqual([]);
        }
        const sums = fields
          .filter(({ path, type }) => type === "VND" && !single.test(path))
          .map(({ path }) => path);
        expect(sums.length).toBeGreaterThan(3);
        expect(failing.toSorted()).toEqual([...sums, ...(shares[name] ?? [])].toSorted());
      } finally {
        await graph.close();
      }
    },
  );
});

/** Examples of arguments. Of most there is none on record. */
const examples = new Proxy<Record<string, string[]>>(
  { AdministrativeUnit: ["VN"], program: ["NTP"], standard: ["central"] },
  { get: (given, name: string) => given[name] ?? ["none"] },
);

/** Each amount and each share that may be asked of a unit, with a query of it alone. */
function fieldsBelowUnit(schema: GraphQLSchema) {
  const unit =
    '{ _entities(representations: [{ __typename: "AdministrativeUnit", id: "VN" }]) { ... on AdministrativeUnit';
  const everything = operationsOf(schema, examples).find((operation) => operation.startsWith(unit)) ?? "";
  const types = new TypeInfo(schema);
  const around: FieldNode[] = [];
  const found: { readonly path: string; readonly type: string; readonly query: string }[] = [];
  const enter = (node: FieldNode) => {
    around.push(node);
    const type = getNamedType(types.getType())?.name ?? "";
    if (type !== "VND" && type !== "Float") return;
    const [, ...fields] = around;
    const selection = fields.reduceRight(
      (below, field) => `{ ${print({ ...field, selectionSet: undefined })} ${below} }`,
      "",
    );
    found.push({
      path: fields.map(({ name }) => name.value).join("."),
      type,
      query: `${unit} ${selection} } }`,
    });
  };
  const leave = () => void around.pop();
  visit(parse(everything, { noLocation: true }), visitWithTypeInfo(types, { Field: { enter, leave } }));
  return found;
}
