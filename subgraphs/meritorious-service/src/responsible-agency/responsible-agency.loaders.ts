import { defineCatalog } from "@an-sinh/subgraph-kit/batching";
import { ResponsibleAgencyEntity } from "./responsible-agency.entity.js";

export const listAgencies = defineCatalog((context) =>
  context.read(ResponsibleAgencyEntity, "agency").getMany(),
);
