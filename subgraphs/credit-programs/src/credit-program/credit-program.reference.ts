import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import type { CreditProgramEntity } from "./credit-program.entity.js";
import { programById } from "./credit-program.loaders.js";

export function resolveCreditProgram(
  { id }: { id: string },
  context: RequestContext,
): Promise<CreditProgramEntity | null> {
  return context.load(programById, id);
}
