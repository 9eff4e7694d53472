import type { SubgraphDefinition } from "@an-sinh/kit/federation/subgraph";
import { resolveAdministrativeUnit } from "./administrative-unit/administrative-unit.reference.js";
import { AdministrativeUnitResolver } from "./administrative-unit/administrative-unit.resolver.js";
import { householdsModel } from "./database.js";

export const households: SubgraphDefinition = {
  name: "households",
  model: householdsModel,
  resolvers: [AdministrativeUnitResolver],
  references: { AdministrativeUnit: resolveAdministrativeUnit },
};
