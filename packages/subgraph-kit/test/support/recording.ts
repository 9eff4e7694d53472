import type { BatchFunction } from "@an-sinh/subgraph-kit/batching";

/** A batch function that writes down which batches it was sent, and answers with the keys. */
export function recording<Key, Args = void>() {
  const batches: { readonly keys: readonly Key[]; readonly args: Args }[] = [];
  const batch: BatchFunction<Key, Key, Args> = async (keys, _, args) => {
    batches.push({ keys, args });
    return keys;
  };
  return { batches, batch };
}
