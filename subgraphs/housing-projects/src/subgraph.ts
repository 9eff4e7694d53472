import type { SubgraphDefinition } from "@an-sinh/kit/federation/subgraph";
import { housingProjectsModel } from "./database.js";
import { AdministrativeUnitResolver } from "./external/administrative-unit.resolver.js";
import { HouseholdResolver } from "./external/household.resolver.js";
import { PersonResolver } from "./external/person.resolver.js";
import { resolveStub } from "./external/stub.reference.js";
import { HousingStatisticsResolver } from "./housing-statistics/housing-statistics.resolver.js";
import { HousingSupportResolver } from "./housing-support/housing-support.resolver.js";
import { SocialHousingApplicationResolver } from "./social-housing-application/social-housing-application.resolver.js";
import { resolveSocialHousingProject } from "./social-housing-project/social-housing-project.reference.js";
import { SocialHousingProjectResolver } from "./social-housing-project/social-housing-project.resolver.js";

export const housingProjects: SubgraphDefinition = {
  name: "housing-projects",
  model: housingProjectsModel,
  resolvers: [
    AdministrativeUnitResolver,
    HouseholdResolver,
    PersonResolver,
    HousingStatisticsResolver,
    HousingSupportResolver,
    SocialHousingApplicationResolver,
    SocialHousingProjectResolver,
  ],
  references: {
    AdministrativeUnit: resolveStub,
    Household: resolveStub,
    Person: resolveStub,
    SocialHousingProject: resolveSocialHousingProject,
  },
};
