import { AllowanceEntity } from "@an-sinh/meritorious-service/allowance/allowance.entity";
import { BasePayEntity } from "@an-sinh/meritorious-service/base-pay/base-pay.entity";
import { CareBenefitEntity } from "@an-sinh/meritorious-service/care-benefit/care-benefit.entity";
import { CareNormEntity } from "@an-sinh/meritorious-service/care-norm/care-norm.entity";
import { HealthInsuranceCardEntity } from "@an-sinh/meritorious-service/health-insurance-card/health-insurance-card.entity";
import { HealthInsuranceNormEntity } from "@an-sinh/meritorious-service/health-insurance-norm/health-insurance-norm.entity";
import { HousingGrantNormEntity } from "@an-sinh/meritorious-service/housing-grant/housing-grant-norm.entity";
import { HousingGrantEntity } from "@an-sinh/meritorious-service/housing-grant/housing-grant.entity";
import { MeritoriousCategoryEntity } from "@an-sinh/meritorious-service/meritorious-category/meritorious-category.entity";
import { MeritoriousRecordEntity } from "@an-sinh/meritorious-service/meritorious-record/meritorious-record.entity";
import { PaymentEntity } from "@an-sinh/meritorious-service/payment/payment.entity";
import { ResponsibleAgencyEntity } from "@an-sinh/meritorious-service/responsible-agency/responsible-agency.entity";
import { StandardLevelEntity } from "@an-sinh/meritorious-service/standard-level/standard-level.entity";
import { meritoriousService } from "@an-sinh/meritorious-service/subgraph";
import { yearOf } from "@an-sinh/subgraph-kit/calendar";
import type { Dialect } from "@an-sinh/subgraph-kit/database/database";
import {
  rowsOf,
  startDepartment,
  territoryRows,
  type DepartmentGraph,
} from "../../../../test/support/department-graph.js";

/** Rows by table; what is left out of one is filled with something plausible. */
interface MeritoriousRows {
  /** The localities of each unit. */
  readonly territory?: Readonly<Record<string, readonly string[]>>;
  readonly levels?: readonly Partial<StandardLevelEntity>[];
  readonly basePays?: readonly BasePayEntity[];
  readonly insuranceNorms?: readonly HealthInsuranceNormEntity[];
  readonly agencies?: readonly Partial<ResponsibleAgencyEntity>[];
  readonly norms?: readonly Partial<CareNormEntity>[];
  readonly records?: readonly Partial<MeritoriousRecordEntity>[];
  readonly allowances?: readonly Partial<AllowanceEntity>[];
  readonly payments?: readonly Partial<PaymentEntity>[];
  readonly benefits?: readonly Partial<CareBenefitEntity>[];
  readonly cards?: readonly Partial<HealthInsuranceCardEntity>[];
  readonly grantNorms?: readonly HousingGrantNormEntity[];
  readonly grants?: readonly Partial<HousingGrantEntity>[];
}

/** The department's subgraph over a database with these rows and the categories below. */
export function startMeritoriousGraph(rows: MeritoriousRows, dialect?: Dialect): Promise<DepartmentGraph> {
  const tables = [
    territoryRows(rows.territory ?? {}),
    rowsOf(MeritoriousCategoryEntity, categories),
    rowsOf(StandardLevelEntity, (rows.levels ?? []).map(level)),
    rowsOf(BasePayEntity, rows.basePays ?? []),
    rowsOf(HealthInsuranceNormEntity, rows.insuranceNorms ?? []),
    rowsOf(ResponsibleAgencyEntity, (rows.agencies ?? []).map(agency)),
    rowsOf(CareNormEntity, (rows.norms ?? []).map(norm)),
    rowsOf(MeritoriousRecordEntity, (rows.records ?? []).map(record)),
    rowsOf(AllowanceEntity, (rows.allowances ?? []).map(allowance)),
    rowsOf(PaymentEntity, (rows.payments ?? []).map(payment)),
    rowsOf(CareBenefitEntity, (rows.benefits ?? []).map(benefit)),
    rowsOf(HealthInsuranceCardEntity, (rows.cards ?? []).map(card)),
    rowsOf(HousingGrantNormEntity, rows.grantNorms ?? []),
    rowsOf(HousingGrantEntity, (rows.grants ?? []).map(grant)),
  ];
  return startDepartment(meritoriousService, tables, dialect);
}

/** A few of the ordinance's categories. Each code is the id too. */
const categories: readonly MeritoriousCategoryEntity[] = [
  category("RELATIVE", 4),
  category("MARTYR", 1),
  category("HEROIC_MOTHER", 2),
  category("WAR_INVALID", 3),
];

function category(code: string, position: number): MeritoriousCategoryEntity {
  const isRelative = code === "RELATIVE";
  return { id: code, code, name: code, englishName: code, legalBasis: "Ordinance", isRelative, position };
}

const level = (given: Partial<StandardLevelEntity>): StandardLevelEntity => ({
  validFrom: "2021-07-01",
  validTo: null,
  monthlyAmount: 1_624_000,
  roundedTo: 1,
  roundingLegalBasis: null,
  legalBasis: "Decree 75/2021/ND-CP",
  ...given,
});

const agency = (given: Partial<ResponsibleAgencyEntity>): ResponsibleAgencyEntity => ({
  validFrom: "2010-01-01",
  validTo: null,
  name: "Sở Nội vụ",
  englishName: "Department of Home Affairs",
  legalBasis: "Decree",
  ...given,
});

const norm = (given: Partial<CareNormEntity>): CareNormEntity => ({
  kind: "GIFT_TET",
  validFrom: "2021-07-01",
  validTo: null,
  position: 1,
  categoryIds: null,
  minimumInjuryRatePercent: null,
  multipleOf: null,
  coefficient: null,
  fixedAmount: 300_000,
  legalBasis: "Decree",
  ...given,
});

const record = (given: Partial<MeritoriousRecordEntity>, index: number): MeritoriousRecordEntity => ({
  id: `r${index + 1}`,
  personId: `p${index + 1}`,
  categoryId: "WAR_INVALID",
  localityId: "here",
  injuryRatePercent: null,
  recognizedOn: "2000-01-01",
  decisionNumber: null,
  status: "IN_FORCE",
  endedOn: null,
  relativeOfId: null,
  ...given,
});

const allowance = (given: Partial<AllowanceEntity>, index: number): AllowanceEntity => ({
  id: `a${index + 1}`,
  recordId: "r1",
  kind: "MONTHLY",
  coefficient: 1,
  oneOffAmount: null,
  validFrom: "2021-07-01",
  validTo: null,
  legalBasis: "Decree",
  ...given,
});

function payment(given: Partial<PaymentEntity>, index: number): PaymentEntity {
  const month = given.month ?? "2024-01-01";
  return {
    id: `m${index + 1}`,
    recordId: "r1",
    categoryId: "WAR_INVALID",
    localityId: "here",
    amount: 1_000_000,
    channel: "BANK_ACCOUNT",
    paidOn: month,
    ...given,
    month,
    year: yearOf(month),
  };
}

function benefit(given: Partial<CareBenefitEntity>, index: number): CareBenefitEntity {
  const paidOn = given.paidOn ?? "2024-01-20";
  return {
    id: `b${index + 1}`,
    recordId: "r1",
    localityId: "here",
    kind: "GIFT_TET",
    amount: 300_000,
    legalBasis: "Decree",
    ...given,
    paidOn,
    year: yearOf(paidOn),
  };
}

function card(given: Partial<HealthInsuranceCardEntity>, index: number): HealthInsuranceCardEntity {
  const year = given.year ?? 2024;
  return {
    id: `c${index + 1}`,
    recordId: "r1",
    localityId: "here",
    premium: 1_000_000,
    validFrom: `${year}-01-01`,
    validTo: `${year}-12-31`,
    legalBasis: "Law",
    ...given,
    year,
  };
}

const grant = (given: Partial<HousingGrantEntity>, index: number): HousingGrantEntity => ({
  id: `g${index + 1}`,
  householdId: "h1",
  personId: "p1",
  recordId: "r1",
  localityId: "here",
  kind: "NEW_BUILD",
  amount: 60_000_000,
  decisionNumber: null,
  legalBasis: "Decision 21/2024/QD-TTg",
  legalBasisCode: "DECISION_21_2024",
  grantedOn: "2025-01-15",
  completedOn: null,
  ...given,
});
