import { AuditChain, type ChainOptions } from "./audit-chain.js";
import { readHead, type ChainHead, type OpeningEntry } from "./audit-entry.js";
import {
  chainsIn,
  latestIn,
  prepareAuditFolder,
  readLogFile,
  startOf,
  type ChainFiles,
} from "./audit-folder.js";
import { isCutOff } from "./audit-lines.js";
import { findOpening } from "./chain-opening.js";

interface WarningLogger {
  warn(details: object, message: string): void;
}

interface OpenedChain extends ChainFiles {
  /** Undefined: its process was killed before it wrote anything. */
  readonly opening: OpeningEntry | undefined;
}

/**
 * Begins a chain that names how far others in its folder are, if no other does it yet. So a chain that is missing as a
 * whole shows, too. `before`: the chain in whose place it comes.
 */
export async function openChain(
  options: ChainOptions,
  logger: WarningLogger,
  before?: ChainHead,
): Promise<AuditChain> {
  await prepareAuditFolder(options.folder);
  const chains = await recentChains(await chainsIn(options.folder), options.now());
  const named = placesNamed(chains);
  const heads = new Map<string, ChainHead>();
  for (const { head } of chains) {
    const found = head === undefined ? undefined : readHead(await readLogFile(head));
    if (found) heads.set(found.chain, found);
  }
  if (before) heads.set(before.chain, before);
  const continued = [...heads.values()].filter(({ chain, seq }) => seq > (named.get(chain) ?? -1));
  const names = new Set(continued.map(({ chain }) => chain));
  await warnOfCutOffs(
    chains.filter(({ chain }) => names.has(chain)),
    logger,
  );
  return AuditChain.open(options, continued);
}

/**
 * The chains that need to be named: those that may have been open when the newest one began, and later ones. Any other was
 * at its end then, and that one or one before it has named its end. So a start does not take longer as the log grows.
 */
export async function recentChains(
  chains: readonly ChainFiles[],
  now: number,
): Promise<readonly OpenedChain[]> {
  const recent: OpenedChain[] = [];
  let newestStart = -Infinity;
  for (const files of chains.toReversed()) {
    if (latestIn(files.chain) < newestStart) break;
    const opening = await findOpening(files);
    recent.push({ ...files, opening });
    const start = startOf(files.chain);
    if (opening && start <= now) newestStart = Math.max(newestStart, start);
  }
  return recent.toReversed();
}

/** The last entry that the openings of chains name, by chain. */
function placesNamed(chains: readonly OpenedChain[]): ReadonlyMap<string, number> {
  const named = new Map<string, number>();
  for (const { opening } of chains) {
    for (const [chain, { seq }] of Object.entries(opening?.after ?? {}))
      named.set(chain, Math.max(seq, named.get(chain) ?? -1));
  }
  return named;
}

/** A process that was killed may have left half a line: that of requests that got no answer. */
async function warnOfCutOffs(chains: readonly ChainFiles[], logger: WarningLogger): Promise<void> {
  for (const { files } of chains) {
    const last = files.at(-1);
    if (last !== undefined && (await isCutOff(last)))
      logger.warn(
        { file: last },
        "The last line of an access log is cut off. Its requests were not answered.",
      );
  }
}
