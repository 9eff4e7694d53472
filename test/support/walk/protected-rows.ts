import type { Database } from "@an-sinh/subgraph-kit/database/database";

/** Where the rows of each protected table lie, in SQL of its own, and the columns by which a row is known. */
interface ProtectedTable {
  readonly entity: string;
  readonly table: string;
  readonly localityId: string;
  readonly names: readonly string[];
}

const own = "row.locality_id";
const of = (table: string, key: string) => `(SELECT locality_id FROM ${table} WHERE id = row.${key})`;

const table = (entity: string, name: string, localityId: string, names: readonly string[] = ["id"]) => ({
  entity,
  table: name,
  localityId,
  names,
});

/** The tables that tell about one person, household or loan, by department. */
export const protectedTables: Readonly<Record<string, readonly ProtectedTable[]>> = {
  households: [
    table("HouseholdEntity", "household", own, ["id", "code"]),
    table("PersonEntity", "person", of("household", "household_id"), ["id", "identification_number"]),
    table("PovertyReviewEntity", "poverty_review", of("household", "household_id")),
    table("AssistanceEntity", "assistance", of("household", "household_id")),
    table("HouseholdClassificationEntity", "household_classification", own, []),
    table("HouseholdUnitEntity", "household_unit", "", []),
  ],
  "credit-programs": [
    table("LoanEntity", "loan", own),
    table("SavingsGroupEntity", "savings_group", own, ["id", "name"]),
    table("RepaymentEntity", "repayment", of("loan", "loan_id")),
    table("LoanYearEndEntity", "loan_year_end", own, []),
    table("LoanYearEndReportEntity", "loan_year_end_report", of("loan", "loan_id"), []),
    table("UnitSavingsGroupTotalEntity", "unit_savings_group_total", "", []),
    table("SavingsGroupTotalEntity", "savings_group_total", "", []),
  ],
  "housing-projects": [
    table("HousingSupportEntity", "housing_support", own),
    table("FundingShareEntity", "funding_share", of("housing_support", "support_id"), []),
    table(
      "SocialHousingApplicationEntity",
      "social_housing_application",
      of("social_housing_project", "project_id"),
    ),
  ],
  "meritorious-service": [
    table("MeritoriousRecordEntity", "meritorious_record", own),
    table("HousingGrantEntity", "housing_grant", of("meritorious_record", "record_id")),
    table("PaymentEntity", "payment", of("meritorious_record", "record_id")),
    table("CareBenefitEntity", "care_benefit", of("meritorious_record", "record_id")),
    table("HealthInsuranceCardEntity", "health_insurance_card", of("meritorious_record", "record_id")),
    table("AllowanceEntity", "allowance", of("meritorious_record", "record_id"), []),
  ],
};

/** Which of the texts name a row of a protected table that does not lie in the area, by table. */
export async function foreignNames(
  database: Database,
  tables: readonly ProtectedTable[],
  area: string,
  texts: readonly string[],
): Promise<Readonly<Record<string, readonly string[]>>> {
  const found: Record<string, readonly string[]> = {};
  for (const { table: name, localityId, names } of tables) {
    if (names.length === 0 || texts.length === 0) continue;
    const named: string[] = [];
    for (const column of names) {
      const marks = texts.map(() => "?").join(", ");
      const { rows } = await database.read(
        `SELECT row.${column} FROM ${name} row WHERE row.${column} IN (${marks})
         AND COALESCE(${localityId}, '') NOT IN (SELECT locality_id FROM territory WHERE unit_id = ?)`,
        [...texts, area],
      );
      named.push(...rows.map(([value]) => String(value)));
    }
    found[name] = named;
  }
  return found;
}
