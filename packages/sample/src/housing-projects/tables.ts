import { ApartmentCompletionEntity } from "@an-sinh/housing-projects/apartment-completion/apartment-completion.entity";
import { CompletionTargetEntity } from "@an-sinh/housing-projects/completion-target/completion-target.entity";
import { ProjectCompletionTargetEntity } from "@an-sinh/housing-projects/completion-target/project-completion-target.entity";
import { NationalApartmentTargetEntity } from "@an-sinh/housing-projects/completion-target/national-apartment-target.entity";
import { LandReservationEntity } from "@an-sinh/housing-projects/land/land-reservation.entity";
import { LivingAreaEntity } from "@an-sinh/housing-projects/housing-statistics/living-area.entity";
import { FundingShareEntity } from "@an-sinh/housing-projects/housing-support/funding-share.entity";
import { HousingSupportEntity } from "@an-sinh/housing-projects/housing-support/housing-support.entity";
import { SocialHousingApplicationEntity } from "@an-sinh/housing-projects/social-housing-application/social-housing-application.entity";
import { EligibilityConditionEntity } from "@an-sinh/housing-projects/social-housing-eligibility/eligibility-condition.entity";
import { IncomeCeilingEntity } from "@an-sinh/housing-projects/social-housing-eligibility/income-ceiling.entity";
import { SocialHousingProjectEntity } from "@an-sinh/housing-projects/social-housing-project/social-housing-project.entity";
import { SupportTargetEntity } from "@an-sinh/housing-projects/support-target/support-target.entity";
import { OverlapRuleEntity } from "@an-sinh/housing-projects/support-overlap/overlap-rule.entity";
import type { Population } from "../population/population.js";
import { territoryTable, type SampleTable } from "../sample-table.js";
import { translationsTable } from "../translations.js";
import { socialHousingApplicationRows } from "./applications.js";
import { projectTargetRows, provinceTargetRows } from "./completion-targets.js";
import { nationalApartmentTargets, supportTargetRows } from "./housing-targets.js";
import { eligibilityConditionRows, incomeCeilingRows } from "./income-ceilings.js";
import { landReservationRows, livingAreaRows } from "./land.js";
import { overlapRuleRows } from "./overlap-rules.js";
import { projectDrafts } from "./project-drafts.js";
import { fundingShareRows, housingSupportRows } from "./supports.js";

/** The department's tables. A table comes after those that its rows refer to. */
export function housingProjectsTables(population: Population): SampleTable[] {
  const drafts = projectDrafts(population);
  const supports = housingSupportRows(population);
  const targets = projectTargetRows(drafts, population.seed);
  return [
    territoryTable(population),
    translationsTable("housing-projects"),
    {
      entity: SocialHousingProjectEntity,
      rows: () => drafts.map(({ project }) => project),
      expectedRows: drafts.length,
    },
    { entity: ApartmentCompletionEntity, rows: () => drafts.flatMap(({ completions }) => completions) },
    { entity: ProjectCompletionTargetEntity, rows: () => targets },
    { entity: CompletionTargetEntity, rows: () => provinceTargetRows(drafts, targets) },
    { entity: NationalApartmentTargetEntity, rows: () => nationalApartmentTargets },
    { entity: SupportTargetEntity, rows: () => supportTargetRows(population.scale) },
    {
      entity: SocialHousingApplicationEntity,
      rows: () => socialHousingApplicationRows(population, drafts),
      expectedRows: 3_500 * population.scale,
    },
    { entity: LandReservationEntity, rows: () => landReservationRows(population) },
    { entity: LivingAreaEntity, rows: livingAreaRows },
    { entity: HousingSupportEntity, rows: () => supports, expectedRows: supports.length },
    { entity: FundingShareEntity, rows: () => fundingShareRows(supports), expectedRows: supports.length * 3 },
    { entity: IncomeCeilingEntity, rows: incomeCeilingRows },
    { entity: EligibilityConditionEntity, rows: eligibilityConditionRows },
    { entity: OverlapRuleEntity, rows: overlapRuleRows },
  ];
}
