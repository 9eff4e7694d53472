import { ApartmentCompletionEntity } from "@an-sinh/housing-projects/apartment-completion/apartment-completion.entity";
import { CompletionTargetEntity } from "@an-sinh/housing-projects/completion-target/completion-target.entity";
import { NationalApartmentTargetEntity } from "@an-sinh/housing-projects/completion-target/national-apartment-target.entity";
import { ProjectCompletionTargetEntity } from "@an-sinh/housing-projects/completion-target/project-completion-target.entity";
import { LandReservationEntity } from "@an-sinh/housing-projects/land/land-reservation.entity";
import { LivingAreaEntity } from "@an-sinh/housing-projects/housing-statistics/living-area.entity";
import { FundingShareEntity } from "@an-sinh/housing-projects/housing-support/funding-share.entity";
import { HousingSupportEntity } from "@an-sinh/housing-projects/housing-support/housing-support.entity";
import { SocialHousingApplicationEntity } from "@an-sinh/housing-projects/social-housing-application/social-housing-application.entity";
import { EligibilityConditionEntity } from "@an-sinh/housing-projects/social-housing-eligibility/eligibility-condition.entity";
import { IncomeCeilingEntity } from "@an-sinh/housing-projects/social-housing-eligibility/income-ceiling.entity";
import {
  approvalOrderOf,
  SocialHousingProjectEntity,
} from "@an-sinh/housing-projects/social-housing-project/social-housing-project.entity";
import { housingProjects } from "@an-sinh/housing-projects/subgraph";
import { SupportTargetEntity } from "@an-sinh/housing-projects/support-target/support-target.entity";
import { OverlapRuleEntity } from "@an-sinh/housing-projects/support-overlap/overlap-rule.entity";
import type { Dialect } from "@an-sinh/subgraph-kit/database/database";
import { vietnameseSortKey } from "@an-sinh/subgraph-kit/vietnamese-order";
import {
  rowsOf,
  startDepartment,
  territoryRows,
  type DepartmentGraph,
} from "../../../../test/support/department-graph.js";

/** Rows by table; what is left out of one is filled with something plausible. */
interface HousingRows {
  /** The localities of each unit. */
  readonly territory?: Readonly<Record<string, readonly string[]>>;
  readonly projects?: readonly Partial<SocialHousingProjectEntity>[];
  readonly completions?: readonly ApartmentCompletionEntity[];
  readonly applications?: readonly Partial<SocialHousingApplicationEntity>[];
  readonly reservations?: readonly LandReservationEntity[];
  readonly livingAreas?: readonly LivingAreaEntity[];
  readonly supports?: readonly Partial<HousingSupportEntity>[];
  readonly shares?: readonly FundingShareEntity[];
  readonly unitTargets?: readonly CompletionTargetEntity[];
  readonly projectTargets?: readonly ProjectCompletionTargetEntity[];
  readonly nationalTargets?: readonly NationalApartmentTargetEntity[];
  readonly supportTargets?: readonly SupportTargetEntity[];
  readonly ceilings?: readonly IncomeCeilingEntity[];
  readonly conditions?: readonly EligibilityConditionEntity[];
  readonly overlapRules?: readonly OverlapRuleEntity[];
}

/** The department's subgraph over a database with these rows. */
export function startHousingGraph(rows: HousingRows, dialect?: Dialect): Promise<DepartmentGraph> {
  const tables = [
    territoryRows(rows.territory ?? {}),
    rowsOf(SocialHousingProjectEntity, (rows.projects ?? []).map(project)),
    rowsOf(ApartmentCompletionEntity, rows.completions ?? []),
    rowsOf(SocialHousingApplicationEntity, (rows.applications ?? []).map(application)),
    rowsOf(LandReservationEntity, rows.reservations ?? []),
    rowsOf(LivingAreaEntity, rows.livingAreas ?? []),
    rowsOf(HousingSupportEntity, (rows.supports ?? []).map(support)),
    rowsOf(FundingShareEntity, rows.shares ?? []),
    rowsOf(CompletionTargetEntity, rows.unitTargets ?? []),
    rowsOf(ProjectCompletionTargetEntity, rows.projectTargets ?? []),
    rowsOf(NationalApartmentTargetEntity, rows.nationalTargets ?? []),
    rowsOf(SupportTargetEntity, rows.supportTargets ?? []),
    rowsOf(IncomeCeilingEntity, rows.ceilings ?? []),
    rowsOf(EligibilityConditionEntity, rows.conditions ?? []),
    rowsOf(OverlapRuleEntity, rows.overlapRules ?? []),
  ];
  return startDepartment(housingProjects, tables, dialect);
}

function project(given: Partial<SocialHousingProjectEntity>, index: number): SocialHousingProjectEntity {
  const name = given.name ?? `Khu nhà ở xã hội ${index + 1}`;
  const approvedOn = given.approvedOn === undefined ? "2022-03-01" : given.approvedOn;
  return {
    id: `p${index + 1}`,
    name,
    nameOrder: vietnameseSortKey(name),
    localityId: "here",
    communeId: "commune",
    developer: "Công ty Mẫu",
    audience: "LOW_INCOME",
    landAreaHectares: 1,
    plannedApartments: 100,
    plannedCapacityPeople: 300,
    status: "APPROVED",
    decisionNumber: null,
    approvalOrder: approvalOrderOf(approvedOn),
    ...given,
    approvedOn,
  };
}

function application(
  given: Partial<SocialHousingApplicationEntity>,
  index: number,
): SocialHousingApplicationEntity {
  return {
    id: `a${index + 1}`,
    projectId: "p1",
    personId: "person",
    householdId: "household",
    group: "WORKER",
    status: "SUBMITTED",
    submittedOn: "2024-05-01",
    decidedOn: null,
    ...given,
  };
}

function support(given: Partial<HousingSupportEntity>, index: number): HousingSupportEntity {
  return {
    id: `s${index + 1}`,
    householdId: "household",
    localityId: "here",
    program: "GREAT_SOLIDARITY",
    kind: "NEW_BUILD",
    amount: 50_000_000,
    decisionNumber: null,
    decidedOn: "2023-01-01",
    completedOn: "2023-06-01",
    ...given,
  };
}
