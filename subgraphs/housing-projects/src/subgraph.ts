import { resolveStub } from "@an-sinh/subgraph-kit/federation/resolve-stub";
import type { SubgraphDefinition } from "@an-sinh/subgraph-kit/federation/subgraph";
import { sampleResolver } from "@an-sinh/subgraph-kit/sample-data";
import { HousingStatistics, HousingSupportStatistics } from "./housing-statistics/housing-statistics.type.js";
import { housingProjectsModel } from "./database.js";
import { ProjectCompletionsResolver } from "./apartment-completion/project-completions.resolver.js";
import {
  ProjectCompletionTargetResolver,
  ProjectTargetsResolver,
} from "./completion-target/project-completion-target.resolver.js";
import { NationalApartmentTargetResolver } from "./completion-target/national-apartment-target.resolver.js";
import { PublishedFigure } from "./external/published-figure.stub.js";
import { HousingStatisticsResolver } from "./housing-statistics/housing-statistics.resolver.js";
import { HousingSupportStatisticsResolver } from "./housing-statistics/housing-support-statistics.resolver.js";
import { PublishedFigureResolver } from "./housing-statistics/published-figure.resolver.js";
import {
  SupportTargetResolver,
  UnitSupportTargetsResolver,
} from "./housing-statistics/support-target.resolver.js";
import { UnitHousingResolver } from "./housing-statistics/unit-housing.resolver.js";
import { UnitTargetResolver } from "./housing-statistics/unit-target.resolver.js";
import { HouseholdSupportsResolver } from "./housing-support/household-supports.resolver.js";
import { HousingSupportResolver } from "./housing-support/housing-support.resolver.js";
import { PersonApplicationsResolver } from "./social-housing-application/person-applications.resolver.js";
import { ProjectApplicationsResolver } from "./social-housing-application/project-applications.resolver.js";
import { resolveSocialHousingApplication } from "./social-housing-application/social-housing-application.reference.js";
import { SocialHousingApplicationResolver } from "./social-housing-application/social-housing-application.resolver.js";
import {
  ApplicationEligibilityResolver,
  SocialHousingEligibilityResolver,
} from "./social-housing-eligibility/social-housing-eligibility.resolver.js";
import { resolveSocialHousingProject } from "./social-housing-project/social-housing-project.reference.js";
import { SocialHousingProjectResolver } from "./social-housing-project/social-housing-project.resolver.js";
import { SocialHousingProjectListResolver } from "./social-housing-project-list/social-housing-project-list.resolver.js";
import { SupportOverlapResolver } from "./support-overlap/support-overlap.resolver.js";
import { housingTotals } from "./totals.js";

/** Types of statistics, each with the field `isSample`. */
const withSampleMark = [HousingStatistics, HousingSupportStatistics];

export const housingProjects: SubgraphDefinition = {
  name: "housing-projects",
  model: housingProjectsModel,
  totals: housingTotals,
  resolvers: [
    UnitHousingResolver,
    HouseholdSupportsResolver,
    PersonApplicationsResolver,
    PublishedFigureResolver,
    HousingStatisticsResolver,
    HousingSupportStatisticsResolver,
    UnitTargetResolver,
    UnitSupportTargetsResolver,
    SupportTargetResolver,
    NationalApartmentTargetResolver,
    HousingSupportResolver,
    SocialHousingApplicationResolver,
    SocialHousingProjectResolver,
    SocialHousingProjectListResolver,
    ProjectCompletionsResolver,
    ProjectApplicationsResolver,
    ProjectTargetsResolver,
    ProjectCompletionTargetResolver,
    SocialHousingEligibilityResolver,
    ApplicationEligibilityResolver,
    SupportOverlapResolver,
    ...withSampleMark.map(sampleResolver),
  ],
  orphanedTypes: [PublishedFigure],
  references: {
    AdministrativeUnit: resolveStub,
    Household: resolveStub,
    Person: resolveStub,
    PublishedFigure: resolveStub,
    SocialHousingApplication: resolveSocialHousingApplication,
    SocialHousingProject: resolveSocialHousingProject,
  },
};
