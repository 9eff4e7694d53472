import type { WarmUp } from "@an-sinh/server/warm-up";
import type { DocumentNode } from "graphql";
import type { UsedOperation } from "./used-operation.js";

type Prepare = (used: UsedOperation, document: DocumentNode) => Promise<void>;

/** What another supergraph has to make ready. A document is parsed once for all ways in which it was used. */
export function toWarmUps(used: readonly UsedOperation[], prepare: Prepare): readonly WarmUp[] {
  const byDocument = new Map<string, UsedOperation[]>();
  for (const operation of used) {
    const key = JSON.stringify([operation.source, operation.operationName]);
    const uses = byDocument.get(key) ?? [];
    byDocument.set(key, uses);
    uses.push(operation);
  }
  return [...byDocument.values()].map((uses) => ({
    query: uses[0]?.source ?? "",
    operationName: uses[0]?.operationName,
    prepare: async ({ document }, pause) => {
      for (const [index, operation] of uses.entries()) {
        if (index > 0) await pause();
        await prepare(operation, document);
      }
    },
  }));
}
