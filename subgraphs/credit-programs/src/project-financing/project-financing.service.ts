import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import { areBuyersInAreas, financingOfProject } from "./project-financing.loaders.js";
import { ProjectFinancing, ProjectFinancingOfBank } from "./project-financing.type.js";

/**
 * The financing of a project, as the caller may see it. Of loans to buyers everyone sees what was lent in units. By project
 * they are withheld: what a unit withholds would follow from its projects.
 */
export async function financingOf(context: RequestContext, projectId: string): Promise<ProjectFinancing> {
  const financing = await context.load(financingOfProject, projectId);
  if (financing.buyerLoans?.count === 0 || (await maySeeBuyers(context, projectId))) return financing;
  const byBank = financing.byBank.map((bank) =>
    Object.assign(new ProjectFinancingOfBank(), { ...bank, buyerLoans: null }),
  );
  return Object.assign(new ProjectFinancing(), { ...financing, buyerLoans: null, byBank });
}

async function maySeeBuyers(context: RequestContext, projectId: string): Promise<boolean> {
  if (!context.caller.scopes.includes("credit:read")) return false;
  return context.areas === null || context.load(areBuyersInAreas, projectId);
}
