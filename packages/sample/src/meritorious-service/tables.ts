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
import { categoryRows } from "../meritorious-people/categories.js";
import { recognize } from "../meritorious-people/recognitions.js";
import type { Population } from "../population/population.js";
import { territoryTable, type SampleTable } from "../sample-table.js";
import { translationsTable } from "../translations.js";
import { allowanceRows } from "./allowances.js";
import { basePayRows } from "./base-pays.js";
import { careBenefitRows } from "./care-benefits.js";
import { careNormRows } from "./care-norms.js";
import { housingGrantNormRows } from "./grant-decisions.js";
import { healthInsuranceCardRows } from "./health-insurance-cards.js";
import { healthInsuranceNormRows } from "./health-insurance-norms.js";
import { housingGrantRows } from "./housing-grants.js";
import { paymentRows } from "./payments.js";
import { responsibleAgencyRows } from "./responsible-agencies.js";
import { standardLevelRows } from "./standard-levels.js";

/** The department's tables. A table comes after those that its rows refer to. */
export function meritoriousServiceTables(population: Population): SampleTable[] {
  const recognitions = recognize(population);
  return [
    territoryTable(population),
    translationsTable("meritorious-service"),
    { entity: MeritoriousCategoryEntity, rows: categoryRows, expectedRows: 13 },
    { entity: StandardLevelEntity, rows: standardLevelRows, expectedRows: 3 },
    {
      entity: MeritoriousRecordEntity,
      rows: () => recognitions.map(({ record }) => record),
      expectedRows: recognitions.length,
    },
    {
      entity: AllowanceEntity,
      rows: () => allowanceRows(recognitions),
      expectedRows: recognitions.length * 4,
    },
    { entity: PaymentEntity, rows: () => paymentRows(recognitions), expectedRows: recognitions.length * 9 },
    { entity: ResponsibleAgencyEntity, rows: responsibleAgencyRows },
    { entity: BasePayEntity, rows: basePayRows },
    { entity: CareNormEntity, rows: careNormRows },
    { entity: HealthInsuranceNormEntity, rows: healthInsuranceNormRows },
    {
      entity: CareBenefitEntity,
      rows: () => careBenefitRows(recognitions),
      expectedRows: recognitions.length * 4,
    },
    {
      entity: HealthInsuranceCardEntity,
      rows: () => healthInsuranceCardRows(recognitions),
      expectedRows: recognitions.length * 2,
    },
    { entity: HousingGrantNormEntity, rows: housingGrantNormRows },
    {
      entity: HousingGrantEntity,
      rows: () => housingGrantRows(population),
      expectedRows: 480 * population.scale,
    },
  ];
}
