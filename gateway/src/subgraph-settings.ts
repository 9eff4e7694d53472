import { isHttpUrl, SettingsError } from "@an-sinh/server/env";
import { channelKeys, type ChannelKeys } from "@an-sinh/server/signatures/channel-keys";
import type { SubgraphLocation } from "./supergraph/subgraph-locations.js";

const prefixes = ["SUBGRAPH_URL_", "SUBGRAPH_KEY_"] as const;

/** A subgraph with the URL that the settings or else the supergraph give it. */
export interface CalledSubgraph extends SubgraphLocation {
  /** Those by which calls are signed. Undefined: they are not signed. */
  readonly keys: ChannelKeys | undefined;
}

/** A setting of a subgraph: for the URL of `some-name` it is `SUBGRAPH_URL_SOME_NAME`. */
const variableOf = (prefix: (typeof prefixes)[number], subgraph: string): string =>
  prefix + subgraph.toUpperCase().replaceAll(/[^A-Z0-9]/g, "_");

export const urlVariable = (subgraph: string): string => variableOf("SUBGRAPH_URL_", subgraph);
export const keyVariable = (subgraph: string): string => variableOf("SUBGRAPH_KEY_", subgraph);

/** Where the gateway finds each subgraph, and how it signs its calls. Throws `SettingsError` with every problem. */
export function readSubgraphSettings(
  subgraphs: readonly SubgraphLocation[],
  source: NodeJS.ProcessEnv,
): readonly CalledSubgraph[] {
  const problems = sharedVariables(subgraphs);
  const called = subgraphs.map(({ name, url }) => {
    const given = source[urlVariable(name)] || url;
    if (!isHttpUrl(given))
      problems.push(`${urlVariable(name)}: expected an http or https URL for subgraph "${name}"`);
    return { name, url: given, keys: readKeys(keyVariable(name), source, problems) };
  });
  if (problems.length > 0) throw new SettingsError(problems);
  return called;
}

/**
 * The same for a supergraph that takes the place of another. Where the gateway signs calls, it does not call a further
 * subgraph without: it would refuse them, or the supergraph would decide who learns what is asked.
 */
export function readNextSubgraphs(
  subgraphs: readonly SubgraphLocation[],
  running: readonly CalledSubgraph[],
  source: NodeJS.ProcessEnv,
): readonly CalledSubgraph[] {
  const next = readSubgraphSettings(subgraphs, source);
  if (running.every(({ keys }) => keys === undefined)) return next;
  const known = new Set(running.map(({ name }) => name));
  const unsigned = next.filter(({ name, keys }) => keys === undefined && !known.has(name));
  if (unsigned.length === 0) return next;
  throw new SettingsError(
    unsigned.map(
      ({ name }) => `${keyVariable(name)}: expected a key for "${name}", which the supergraph adds`,
    ),
  );
}

/** Two subgraphs with one setting would get the URL and the key of each other. */
function sharedVariables(subgraphs: readonly SubgraphLocation[]): string[] {
  const names = new Map<string, string>();
  return subgraphs.flatMap(({ name }) => {
    const variable = urlVariable(name);
    const other = names.get(variable);
    names.set(variable, name);
    if (other === undefined) return [];
    return `${variable}: expected one subgraph of this setting, but "${other}" and "${name}" share it; rename one`;
  });
}

/**
 * Says which settings are of no subgraph. They may be for one that comes with another supergraph, and count from then on.
 */
export const unusedSettings = (
  subgraphs: readonly SubgraphLocation[],
  source: NodeJS.ProcessEnv,
): readonly string[] => prefixes.flatMap((prefix) => unusedVariables(prefix, subgraphs, source));

function unusedVariables(
  prefix: (typeof prefixes)[number],
  subgraphs: readonly SubgraphLocation[],
  source: NodeJS.ProcessEnv,
): string[] {
  const known = subgraphs.map(({ name }) => variableOf(prefix, name));
  return Object.entries(source)
    .filter(([variable, value]) => variable.startsWith(prefix) && value && !known.includes(variable))
    .map(([variable]) => `${variable}: the supergraph has no such subgraph; it has ${known.join(", ")}`);
}

function readKeys(variable: string, source: NodeJS.ProcessEnv, problems: string[]): ChannelKeys | undefined {
  const given = source[variable];
  if (!given) return undefined;
  const { data, error } = channelKeys.safeParse(given);
  for (const { message } of error?.issues ?? []) problems.push(`${variable}: ${message}`);
  return data;
}
