import { percent } from "@an-sinh/subgraph-kit/shares";
import { json, list } from "./json.js";
import type { Departments, Row, Tables } from "./tables.js";

type Figures = () => Promise<string>;

/** A province at the end of 2025. The statements of all departments run at the same time where the server can. */
export function small(departments: Departments): () => Promise<string> {
  const { households } = departments;
  const unit = households.prepare(`
    SELECT name FROM administrative_unit WHERE code = '24'
      AND (valid_from IS NULL OR valid_from <= '2025-12-31') AND (valid_to IS NULL OR valid_to >= '2025-12-31')`);
  const figures = [
    poverty(households),
    housing(departments["housing-projects"]),
    credit(departments["credit-programs"]),
    meritorious(departments["meritorious-service"]),
  ];
  return async () => {
    const [[found], ...parts] = await Promise.all([unit(), ...figures.map((part) => part())]);
    return `{"data":{"administrativeUnit":{"name":${json(found?.["name"])},${parts.join()}}}}`;
  };
}

/** The localities of the province, and the rows of a table that lie there. */
const within = (table: string) =>
  `FROM territory JOIN ${table} ON ${table}.locality_id = territory.locality_id
   WHERE territory.unit_id = '24@2025-07-01'`;

function poverty(households: Tables): Figures {
  const totals = households.prepare(
    `SELECT SUM(households) AS households ${within("household_total")} AND year = 2025`,
  );
  const classes = households.prepare(`
    SELECT class, COUNT(*) AS households ${within("household_classification")}
      AND standard_id = 'central-2022' AND class IN ('POOR', 'NEAR_POOR')
      AND since <= '2025-12-31' AND (until IS NULL OR until >= '2025-12-31')
    GROUP BY class`);
  return async () => {
    const [[total], counts] = await Promise.all([totals(), classes()]);
    const count = (name: string) => Number(counts.find((row) => row["class"] === name)?.["households"] ?? 0);
    const all = Number(total?.["households"]);
    const poor = count("POOR");
    return `"poverty":{"households":${all},"poor":${poor},"nearPoor":${count("NEAR_POOR")},"povertyRatePercent":${percent(poor, all)}}`;
  };
}

function housing(tables: Tables): Figures {
  const projects = tables.prepare(
    `SELECT COUNT(*) AS projects ${within("social_housing_project")} AND approved_on <= '2025-12-31'`,
  );
  const apartments = tables.prepare(`
    SELECT SUM(apartments) AS apartments
    FROM territory
    JOIN social_housing_project project ON project.locality_id = territory.locality_id
    JOIN apartment_completion completion ON completion.project_id = project.id
    WHERE territory.unit_id = '24@2025-07-01' AND completed_on <= '2025-12-31'`);
  const supports = tables.prepare(`
    SELECT program, kind, COUNT(*) AS houses, SUM(amount) AS amount ${within("housing_support")}
      AND completed_on <= '2025-12-31' GROUP BY program, kind ORDER BY program, kind`);
  return async () => {
    const [[project], [completed], rows] = await Promise.all([projects(), apartments(), supports()]);
    return `"housing":{"socialHousingProjects":${project?.["projects"]},"completedApartments":${Number(completed?.["apartments"])},"supports":${list(rows, support)}}`;
  };
}

const support = ({ program, kind, houses, amount }: Row) =>
  `{"program":"${program}","kind":"${kind}","houses":${houses},"amount":${amount}}`;

function credit(tables: Tables): Figures {
  const borrowers = tables.prepare(`
    SELECT COUNT(DISTINCT household_id) AS households ${within("loan_year_end")} AND year = 2025`);
  const balances = tables.prepare(`
    SELECT SUM(outstanding) AS outstanding,
           SUM(CASE WHEN lender_kind = 'POLICY_BANK' THEN outstanding END) AS ofBank,
           SUM(CASE WHEN lender_kind = 'POLICY_BANK' THEN overdue END) AS overdue
    FROM territory
    JOIN loan_year_end balance ON balance.locality_id = territory.locality_id
    JOIN credit_program program ON program.id = balance.program_id
    WHERE territory.unit_id = '24@2025-07-01' AND year = 2025`);
  const disbursals = tables.prepare(`
    SELECT SUM(principal) AS disbursed ${within("loan")} AND disbursed_on BETWEEN '2025-01-01' AND '2025-12-31'`);
  return async () => {
    const [[borrower], [balance], [disbursal]] = await Promise.all([borrowers(), balances(), disbursals()]);
    const rate = percent(Number(balance?.["overdue"]), Number(balance?.["ofBank"]));
    return `"credit":{"borrowingHouseholds":${borrower?.["households"]},"disbursed":${disbursal?.["disbursed"]},"outstanding":${balance?.["outstanding"]},"overdueRatePercent":${rate}}`;
  };
}

function meritorious(tables: Tables): Figures {
  const records = tables.prepare(`
    SELECT COUNT(*) AS records ${within("meritorious_record")}
      AND recognized_on <= '2025-12-31' AND (ended_on IS NULL OR ended_on > '2025-12-31')`);
  const payments = tables.prepare(`
    SELECT SUM(amount) AS paid, SUM(CASE WHEN channel = 'BANK_ACCOUNT' THEN amount ELSE 0 END) AS cashless
    ${within("payment")} AND year = 2025`);
  return async () => {
    const [[record], [payment]] = await Promise.all([records(), payments()]);
    const cashless = percent(Number(payment?.["cashless"]), Number(payment?.["paid"]));
    return `"meritorious":{"beneficiaries":${record?.["records"]},"paid":${payment?.["paid"]},"paidCashlessPercent":${cashless}}`;
  };
}
