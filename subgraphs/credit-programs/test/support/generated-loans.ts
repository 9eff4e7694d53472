import type { LoanEntity } from "@an-sinh/credit-programs/loan/loan.entity";
import { createRandom } from "@an-sinh/sample/population/random";
import type { DepartmentGraph } from "../../../../test/support/department-graph.js";
import { fewOrMany, generateProvinces, unitsOf } from "../../../../test/support/generated-provinces.js";
import { startCreditGraph } from "./credit-graph.js";
import { packageLoan } from "./rows.js";

export const provinces = generateProvinces(12);
export const units = unitsOf(provinces);
export const unitIds = Object.keys(units);
export const years = [2022, 2023, 2024];

export const policyPrograms = ["A", "B", "C"];
export const housingPackage = "PACKAGE";
export const banks = ["Bank 1", "Bank 2"];
export const offices = ["east", "west"];
export const organizations = ["null", "WOMENS_UNION", "YOUTH_UNION"] as const;
export const statuses = ["OVERDUE", "PARTLY_OVERDUE", "CURRENT", "FROZEN"] as const;
const overdueOf = { OVERDUE: 10, PARTLY_OVERDUE: 4, CURRENT: 0, FROZEN: 0 };

const random = createRandom(7, "loans");
let people = 0;
const someone = () => `someone ${(people += 1)}`;

/** Loans that were paid out in a place in a year, and have all but the borrower in common. */
type Batch = Partial<LoanEntity> & Pick<LoanEntity, "localityId" | "disbursedOn">;

const provinceOf = (localityId: string) => localityId.slice(0, localityId.indexOf(" "));

const policyLoans = (localityId: string, disbursedOn: string): Batch[] =>
  Array.from({ length: 3 }, () => {
    const organization = random.pick(organizations);
    return {
      localityId,
      disbursedOn,
      programId: random.pick(policyPrograms),
      status: random.pick(statuses),
      entrustedOrganization: organization === "null" ? null : organization,
      transactionOfficeId: `${provinceOf(localityId)} ${random.pick(offices)}`,
    };
  });

const loanOfPackage = (lenderName: string, batch: Batch): Batch => ({
  ...packageLoan({ ...batch, programId: housingPackage, lenderName }),
  ...batch,
});

const batches = provinces
  .flatMap(({ localityIds }) => localityIds)
  .flatMap((localityId) =>
    years.flatMap((year) => {
      const common = { localityId, disbursedOn: `${year}-06-01` };
      const toBuyers = banks.map((bank) => ({
        ...loanOfPackage(bank, common),
        borrowerKind: "HOUSING_BUYER" as const,
      }));
      return [...policyLoans(localityId, common.disbursedOn), ...toBuyers];
    }),
  );
const generated = batches.flatMap((batch) =>
  Array.from({ length: fewOrMany(random) }, () => ({
    principal: 10,
    ...batch,
    borrowerId: someone(),
    householdId: batch.borrowerKind === "HOUSING_BUYER" ? null : someone(),
  })),
);
const developers = unitIds
  .filter((unitId) => unitId.endsWith("commune 0"))
  .map((unitId) =>
    loanOfPackage("Bank 1", { localityId: units[unitId]?.[0] ?? "", disbursedOn: "2023-06-01" }),
  );
const loans = [...generated, ...developers];
const yearEnds = loans.flatMap(({ disbursedOn, status = "CURRENT" }, index) =>
  years
    .filter((year) => disbursedOn < `${year}-12-31`)
    .map((year) => ({ loanId: `l${index + 1}`, year, overdue: overdueOf[status as keyof typeof overdueOf] })),
);

/** The department with few or many loans in each place. */
export const startWithLoans = (): Promise<DepartmentGraph> =>
  startCreditGraph({
    territory: units,
    programs: [
      ...policyPrograms.map((code) => ({ code })),
      { code: housingPackage, lenderKind: "COMMERCIAL_BANK" },
    ],
    offices: provinces.flatMap((_, index) =>
      offices.map((name) => ({ id: `p${index} ${name}`, name, administrativeUnitId: `p${index} province` })),
    ),
    loans,
    yearEnds,
  });
