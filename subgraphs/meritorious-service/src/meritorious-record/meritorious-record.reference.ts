import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import type { MeritoriousRecordEntity } from "./meritorious-record.entity.js";
import { recordById } from "./meritorious-record.loaders.js";

export function resolveMeritoriousRecord(
  { id }: { id: string },
  context: RequestContext,
): Promise<MeritoriousRecordEntity | null> {
  return context.load(recordById, id);
}
