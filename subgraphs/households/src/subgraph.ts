import type { SubgraphDefinition } from "@an-sinh/subgraph-kit/federation/subgraph";
import { sampleResolver } from "@an-sinh/subgraph-kit/sample-data";
import { AssistanceStatistics } from "./assistance-statistics/assistance-statistics.type.js";
import {
  ExtremelyDifficultAreaResolver,
  UnitExtremeDifficultyResolver,
} from "./extreme-difficulty/extreme-difficulty.resolver.js";
import { PopulationStatistics } from "./population-statistics/population-statistics.type.js";
import { UnitPopulationResolver } from "./population-statistics/population-statistics.resolver.js";
import { FundStatistics } from "./fund-for-the-poor/fund.type.js";
import { LaborYearEntity } from "./labor/labor-year.entity.js";
import { LivelihoodModelStatistics } from "./livelihood-model/livelihood-model.type.js";
import { PovertyStatistics } from "./poverty-statistics/poverty-statistics.type.js";
import { CapitalAllocation } from "./program-capital/capital-allocation.type.js";
import { Reclassification } from "./reclassification/reclassification.type.js";
import { TargetEntity } from "./target/target.entity.js";
import { resolveAdministrativeUnit } from "./administrative-unit/administrative-unit.reference.js";
import { AdministrativeUnitResolver } from "./administrative-unit/administrative-unit.resolver.js";
import { AssistanceProgramResolver } from "./assistance-program/assistance-program.resolver.js";
import {
  AssistanceStatisticsResolver,
  UnitAssistanceResolver,
} from "./assistance-statistics/assistance-statistics.resolver.js";
import {
  AssistanceResolver,
  HouseholdAssistanceResolver,
  ModelParticipantsResolver,
  PersonAssistanceResolver,
} from "./assistance/assistance.resolver.js";
import { householdsModel } from "./database.js";
import { UnitFundResolver } from "./fund-for-the-poor/fund.resolver.js";
import { ClassificationPeriodResolver } from "./household-classification/classification-period.resolver.js";
import {
  HouseholdClassificationResolver,
  HouseholdClassResolver,
  ReviewStandardResolver,
} from "./household-classification/household-classification.resolver.js";
import { HouseholdListResolver } from "./household-list/household-list.resolver.js";
import { resolveHousehold } from "./household/household.reference.js";
import { HouseholdResolver } from "./household/household.resolver.js";
import { UnitLaborResolver } from "./labor/labor.resolver.js";
import { UnitLivelihoodModelResolver } from "./livelihood-model/livelihood-model.resolver.js";
import { HouseholdMembersResolver } from "./person/household-members.resolver.js";
import { resolvePerson } from "./person/person.reference.js";
import { PersonResolver } from "./person/person.resolver.js";
import { HouseholdReviewsResolver, PovertyReviewResolver } from "./poverty-review/poverty-review.resolver.js";
import { PovertyStandardResolver } from "./poverty-standard/poverty-standard.resolver.js";
import {
  PovertyStatisticsResolver,
  UnitPovertyResolver,
} from "./poverty-statistics/poverty-statistics.resolver.js";
import {
  CapitalAllocationResolver,
  UnitCapitalResolver,
} from "./program-capital/program-capital.resolver.js";
import { resolvePublishedFigure } from "./published-figure/published-figure.reference.js";
import {
  PublishedFigureResolver,
  UnitPublishedFiguresResolver,
} from "./published-figure/published-figure.resolver.js";
import {
  CommuneReclassificationResolver,
  HouseholdReclassificationResolver,
  UnitReclassificationResolver,
} from "./reclassification/reclassification.resolver.js";
import { PersonSchoolMilkResolver } from "./school-milk/school-milk.resolver.js";
import { SupportTopUpResolver, UnitTopUpResolver } from "./support-top-up/support-top-up.resolver.js";
import { TargetResolver, UnitTargetResolver } from "./target/target.resolver.js";
import { householdsTotals } from "./totals.js";

/** Types of statistics, each with the field `isSample`. */
const withSampleMark = [
  PovertyStatistics,
  PopulationStatistics,
  Reclassification,
  AssistanceStatistics,
  CapitalAllocation,
  FundStatistics,
  LaborYearEntity,
  LivelihoodModelStatistics,
  TargetEntity,
];

export const households: SubgraphDefinition = {
  name: "households",
  model: householdsModel,
  totals: householdsTotals,
  resolvers: [
    AdministrativeUnitResolver,
    HouseholdResolver,
    HouseholdListResolver,
    PersonResolver,
    HouseholdMembersResolver,
    PovertyReviewResolver,
    HouseholdReviewsResolver,
    HouseholdClassificationResolver,
    HouseholdClassResolver,
    ReviewStandardResolver,
    ClassificationPeriodResolver,
    PovertyStandardResolver,
    UnitPovertyResolver,
    PovertyStatisticsResolver,
    UnitPopulationResolver,
    UnitExtremeDifficultyResolver,
    ExtremelyDifficultAreaResolver,
    PublishedFigureResolver,
    UnitPublishedFiguresResolver,
    HouseholdReclassificationResolver,
    UnitReclassificationResolver,
    CommuneReclassificationResolver,
    PersonSchoolMilkResolver,
    AssistanceResolver,
    HouseholdAssistanceResolver,
    PersonAssistanceResolver,
    AssistanceProgramResolver,
    UnitAssistanceResolver,
    AssistanceStatisticsResolver,
    ModelParticipantsResolver,
    UnitLivelihoodModelResolver,
    UnitFundResolver,
    UnitCapitalResolver,
    CapitalAllocationResolver,
    SupportTopUpResolver,
    UnitTopUpResolver,
    TargetResolver,
    UnitTargetResolver,
    UnitLaborResolver,
    ...withSampleMark.map(sampleResolver),
  ],
  references: {
    AdministrativeUnit: resolveAdministrativeUnit,
    Household: resolveHousehold,
    Person: resolvePerson,
    PublishedFigure: resolvePublishedFigure,
  },
};
