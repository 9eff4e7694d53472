import type { SubgraphDefinition } from "@an-sinh/subgraph-kit/federation/subgraph";
import { housingProjectsModel } from "./database.js";
import {
  ProjectCompletionTargetResolver,
  ProjectTargetsResolver,
} from "./completion-target/project-completion-target.resolver.js";
import { AdministrativeUnitResolver } from "./external/administrative-unit.resolver.js";
import { resolveHousehold } from "./external/household.reference.js";
import { HouseholdResolver } from "./external/household.resolver.js";
import { PersonResolver } from "./external/person.resolver.js";
import { PublishedFigure } from "./external/published-figure.js";
import { resolvePublishedFigure } from "./external/published-figure.reference.js";
import { PublishedFigureResolver } from "./external/published-figure.resolver.js";
import { resolveStub } from "./external/stub.reference.js";
import { CompletionTargetResolver } from "./housing-statistics/completion-target.resolver.js";
import { HousingStatisticsResolver } from "./housing-statistics/housing-statistics.resolver.js";
import { HousingSupportStatisticsResolver } from "./housing-statistics/housing-support-statistics.resolver.js";
import { HousingSupportResolver } from "./housing-support/housing-support.resolver.js";
import { resolveSocialHousingApplication } from "./social-housing-application/social-housing-application.reference.js";
import { SocialHousingApplicationResolver } from "./social-housing-application/social-housing-application.resolver.js";
import {
  ApplicationEligibilityResolver,
  SocialHousingEligibilityResolver,
} from "./social-housing-eligibility/social-housing-eligibility.resolver.js";
import { resolveSocialHousingProject } from "./social-housing-project/social-housing-project.reference.js";
import { SocialHousingProjectResolver } from "./social-housing-project/social-housing-project.resolver.js";
import { SupportOverlapResolver } from "./support-overlap/support-overlap.resolver.js";

export const housingProjects: SubgraphDefinition = {
  name: "housing-projects",
  model: housingProjectsModel,
  resolvers: [
    AdministrativeUnitResolver,
    HouseholdResolver,
    PersonResolver,
    PublishedFigureResolver,
    HousingStatisticsResolver,
    HousingSupportStatisticsResolver,
    CompletionTargetResolver,
    HousingSupportResolver,
    SocialHousingApplicationResolver,
    SocialHousingProjectResolver,
    ProjectTargetsResolver,
    ProjectCompletionTargetResolver,
    SocialHousingEligibilityResolver,
    ApplicationEligibilityResolver,
    SupportOverlapResolver,
  ],
  orphanedTypes: [PublishedFigure],
  references: {
    AdministrativeUnit: resolveStub,
    Household: resolveHousehold,
    Person: resolveStub,
    PublishedFigure: resolvePublishedFigure,
    SocialHousingApplication: resolveSocialHousingApplication,
    SocialHousingProject: resolveSocialHousingProject,
  },
};
