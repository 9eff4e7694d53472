import { percent } from "@an-sinh/subgraph-kit/shares";
import { json, list } from "./json.js";
import type { Departments, Row, Tables } from "./tables.js";

type Figures = () => Promise<string>;

/**
 * A province at the end of 2025, from the departments' totals. The statements of all departments run
 * at the same time where the server can.
 */
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

/** The totals of the province. Those of what lasts say what each year changed: the sum up to a year is its figure. */
const totalsOf = (table: string) => `FROM ${table} WHERE unit_id = '24@2025-07-01'`;

function poverty(households: Tables): Figures {
  const totals = households.prepare(`SELECT households ${totalsOf("unit_household_total")} AND year = 2025`);
  const classes = households.prepare(`
    SELECT SUM(poor) AS poor, SUM(near_poor) AS nearPoor ${totalsOf("class_total")}
      AND standard_id = 'central-2022' AND year <= 2025`);
  return async () => {
    const [[total], [found]] = await Promise.all([totals(), classes()]);
    const all = Number(total?.["households"]);
    const poor = Number(found?.["poor"]);
    return `"poverty":{"households":${all},"poor":${poor},"nearPoor":${Number(found?.["nearPoor"])},"povertyRatePercent":${percent(poor, all)}}`;
  };
}

function housing(tables: Tables): Figures {
  const projects = tables.prepare(
    `SELECT SUM(projects) AS projects ${totalsOf("social_housing_project_total")} AND year <= 2025`,
  );
  const apartments = tables.prepare(
    `SELECT SUM(apartments) AS apartments ${totalsOf("apartment_total")} AND year <= 2025`,
  );
  const supports = tables.prepare(`
    SELECT program, kind, SUM(houses) AS houses, SUM(amount) AS amount ${totalsOf("housing_support_total")}
      AND year <= 2025 GROUP BY program, kind ORDER BY program, kind`);
  return async () => {
    const [[project], [completed], rows] = await Promise.all([projects(), apartments(), supports()]);
    return `"housing":{"socialHousingProjects":${project?.["projects"]},"completedApartments":${completed?.["apartments"]},"supports":${list(rows, support)}}`;
  };
}

const support = ({ program, kind, houses, amount }: Row) =>
  `{"program":"${program}","kind":"${kind}","houses":${houses},"amount":${amount}}`;

function credit(tables: Tables): Figures {
  const all = tables.prepare(
    `SELECT households, outstanding ${totalsOf("balance_total")} AND year = 2025 AND scope = 'ALL'`,
  );
  const ofPolicyBank = tables.prepare(`
    SELECT SUM(outstanding) AS outstanding, SUM(overdue) AS overdue ${totalsOf("balance_total")}
      AND year = 2025 AND scope = 'PROGRAM'
      AND part IN (SELECT id FROM credit_program WHERE lender_kind = 'POLICY_BANK')`);
  const lent = tables.prepare(`
    SELECT SUM(disbursed) AS disbursed ${totalsOf("lending_total")}
      AND scope = 'ALL' AND from_year = 2025 AND to_year = 2025`);
  return async () => {
    const [[owed], [bank], [paid]] = await Promise.all([all(), ofPolicyBank(), lent()]);
    const rate = percent(Number(bank?.["overdue"]), Number(bank?.["outstanding"]));
    return `"credit":{"borrowingHouseholds":${owed?.["households"]},"disbursed":${paid?.["disbursed"]},"outstanding":${owed?.["outstanding"]},"overdueRatePercent":${rate}}`;
  };
}

function meritorious(tables: Tables): Figures {
  const records = tables.prepare(
    `SELECT SUM(in_force) AS records ${totalsOf("meritorious_record_total")} AND year <= 2025`,
  );
  const payments = tables.prepare(`
    SELECT SUM(amount) AS paid, SUM(CASE WHEN channel = 'BANK_ACCOUNT' THEN amount ELSE 0 END) AS cashless
    ${totalsOf("payment_total")} AND year = 2025`);
  return async () => {
    const [[record], [payment]] = await Promise.all([records(), payments()]);
    const cashless = percent(Number(payment?.["cashless"]), Number(payment?.["paid"]));
    return `"meritorious":{"beneficiaries":${record?.["records"]},"paid":${payment?.["paid"]},"paidCashlessPercent":${cashless}}`;
  };
}
