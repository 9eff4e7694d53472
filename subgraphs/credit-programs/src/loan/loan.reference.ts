import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import type { LoanEntity } from "./loan.entity.js";
import { loanById } from "./loan.loaders.js";

export function resolveLoan({ id }: { id: string }, context: RequestContext): Promise<LoanEntity | null> {
  return context.load(loanById, id);
}
