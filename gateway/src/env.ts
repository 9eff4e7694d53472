import { attempt, readEnv, SettingsError } from "@an-sinh/server/env";
import { z } from "zod";
import { toAuditOptions } from "./audit/audit-setting.js";
import type { AuditOptions } from "./audit/open-read-log.js";
import { readIdentitySettings } from "./identity/identity-settings.js";
import { toServingSettings, type ServingSettings } from "./serving-settings.js";
import { servingVariables } from "./serving-variables.js";
import {
  readNextSubgraphs,
  readSubgraphSettings,
  unusedSettings,
  type CalledSubgraph,
} from "./subgraph-settings.js";
import { parseSupergraph, readSupergraph, supergraphLocation } from "./supergraph/supergraph-setting.js";
import type { SupergraphLocation } from "./supergraph/supergraph-source.js";

export interface GatewaySettings extends ServingSettings {
  readonly supergraphLocation: SupergraphLocation;
  readonly supergraphSdl: string;
  /** What is set for subgraphs that the supergraph does not have. */
  readonly unusedSettings: readonly string[];
  /** Undefined: what is read is not recorded. */
  readonly audit: AuditOptions | undefined;
  /** Every subgraph of the supergraph. */
  readonly subgraphs: readonly CalledSubgraph[];
}

/** Reads the gateway's settings and its supergraph. Rejects with `SettingsError` and every problem. */
export async function readGatewaySettings(source: NodeJS.ProcessEnv = process.env): Promise<GatewaySettings> {
  const problems: string[] = [];
  const variables = attempt(() => readEnv(z.object(servingVariables), source), problems);
  const identity = attempt(() => readIdentitySettings(source), problems);
  const location = attempt(() => supergraphLocation(source), problems);
  const supergraph = location && (await readSupergraph(location, problems));
  const subgraphs = supergraph && attempt(() => readSubgraphSettings(supergraph.subgraphs, source), problems);
  const audit =
    variables && supergraph?.isAudited ? attempt(() => toAuditOptions(variables), problems) : undefined;
  if (!variables || !location || !supergraph || !subgraphs || problems.length > 0)
    throw new SettingsError(problems);
  return {
    ...toServingSettings(variables, identity, location),
    supergraphLocation: location,
    supergraphSdl: supergraph.sdl,
    subgraphs,
    unusedSettings: unusedSettings(supergraph.subgraphs, source),
    audit,
  };
}

/**
 * The subgraphs of a supergraph that is to take the place of the one of the settings. Throws `SettingsError` where a
 * setting is missing, and other errors where it is no supergraph.
 */
export function readNextSettings(
  supergraphSdl: string,
  running: GatewaySettings,
  source: NodeJS.ProcessEnv = process.env,
): readonly CalledSubgraph[] {
  const { subgraphs, isAudited } = parseSupergraph(supergraphSdl);
  const expectsLog = isAudited && toAuditOptions(readEnv(z.object(servingVariables), source)) !== undefined;
  if (expectsLog && !running.audit)
    throw new SettingsError([
      "AUDIT_DIR: the supergraph is the first to be recorded; start the gateway anew",
    ]);
  return readNextSubgraphs(subgraphs, running.subgraphs, source);
}

/**
 * Apollo Gateway 2.14.4 reports its host and its uptime to its vendor unless this variable is set before it is
 * constructed. Test: gateway/test/privacy.test.ts.
 */
export function disableVendorTelemetry(): void {
  process.env["APOLLO_TELEMETRY_DISABLED"] = "1";
}
