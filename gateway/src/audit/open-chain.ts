import { AuditChain, type ChainOptions } from "./audit-chain.js";
import { readHead, readLine, readOpening, type ChainHead } from "./audit-entry.js";
import { chainsIn, prepareAuditFolder, readLogFile, type ChainFiles } from "./audit-folder.js";
import { firstLineOf, isCutOff } from "./audit-lines.js";

interface WarningLogger {
  warn(details: object, message: string): void;
}

/**
 * Begins a chain that names how far all others in its folder are, if no other does it yet. So a chain that is missing
 * as a whole shows, too. `broken`: the chain in whose place it comes.
 */
export async function openChain(
  options: ChainOptions,
  logger: WarningLogger,
  broken?: ChainHead,
): Promise<AuditChain> {
  await prepareAuditFolder(options.folder);
  const chains = await chainsIn(options.folder);
  const named = await placesNamed(chains);
  const heads = new Map<string, ChainHead>();
  for (const { head } of chains) {
    const found = head === undefined ? undefined : readHead(await readLogFile(head));
    if (found) heads.set(found.chain, found);
  }
  if (broken) heads.set(broken.chain, broken);
  const continued = [...heads.values()].filter(({ chain, seq }) => seq > (named.get(chain) ?? -1));
  const names = new Set(continued.map(({ chain }) => chain));
  await warnOfCutOffs(
    chains.filter(({ chain }) => names.has(chain)),
    logger,
  );
  return AuditChain.open(options, continued);
}

/** The last entry that the openings of chains name, by chain. */
async function placesNamed(chains: readonly ChainFiles[]): Promise<ReadonlyMap<string, number>> {
  const named = new Map<string, number>();
  for (const { files } of chains) {
    const first = files[0] === undefined ? undefined : await firstLineOf(files[0]);
    const body = first === undefined ? undefined : readLine(first)?.body;
    for (const [chain, { seq }] of Object.entries((body && readOpening(body)?.after) ?? {}))
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
