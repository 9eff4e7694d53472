import { readLine, type ReadEntry } from "./audit-entry.js";
import { readAbout, type LookedUp } from "./read-about.js";
import { verifyChains, type Verification, type VerifyOptions } from "./verify-chains.js";

type FindOptions = VerifyOptions & LookedUp;

interface FoundReads extends Verification {
  /** The oldest first. What the log says where it is damaged may be wrong. */
  readonly reads: readonly ReadEntry[];
}

/** Who read an object, when and why. Verifies the log while it reads it. */
export async function findReads({ type, id, ...options }: FindOptions): Promise<FoundReads> {
  const quoted = JSON.stringify(id);
  const reads: ReadEntry[] = [];
  const onLine = (text: string) => {
    const body = text.includes(quoted) ? readLine(text)?.body : undefined;
    const entry = body === undefined ? undefined : readAbout({ type, id }, body);
    if (entry) reads.push(entry);
  };
  const verification = await verifyChains({ ...options, onLine });
  return { ...verification, reads: reads.toSorted((a, b) => (a.time < b.time ? -1 : 1)) };
}
