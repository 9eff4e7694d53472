import { fileURLToPath } from "node:url";
import { keyVariable, urlVariable } from "@an-sinh/gateway/subgraph-settings";
import { prepareSample } from "@an-sinh/sample/prepare-sample";
import { createLogger, type Logger } from "@an-sinh/server/logger";
import type { MetricsAddress } from "@an-sinh/server/metrics/serve-metrics";
import { defaultCloseLimitMs, run } from "@an-sinh/server/run";
import { newChannelKey } from "@an-sinh/server/signatures/channel-keys";
import { writeCursorKey } from "@an-sinh/subgraph-kit/cursors/cursor-key";
import { checkPort } from "./check-port.js";
import {
  closeDatabases,
  databaseLocations,
  openDatabases,
  sampleTargets,
  toDatabaseUrl,
  toReplicaUrls,
  type DatabaseLocations,
} from "./databases.js";
import { departments } from "./departments.js";
import { readGraphSettings } from "./env.js";
import { keptCursorKey } from "./kept-cursor-key.js";
import { threadsIfBuilt } from "./sample-threads.js";
import { ServerProcess, stopProcesses } from "./server-process.js";
import { developmentSettings } from "./sign-in/development-token.js";
import { roleScopes, writeScopes } from "./sign-in/roles.js";
import { welcome } from "./welcome.js";

const program = (folder: string) =>
  fileURLToPath(new URL(`../../../${folder}/dist/main.js`, import.meta.url));

await run(async () => {
  const settings = readGraphSettings();
  await checkPort(settings.host, settings.port);
  const locations = await databaseLocations(settings.databases);
  const databases = await openDatabases(locations);
  await prepareSample(sampleTargets(databases), { load: threadsIfBuilt(locations) }).finally(() =>
    closeDatabases(databases),
  );

  const cursorKey = writeCursorKey(await keptCursorKey(settings));
  const logger = createLogger(settings.logLevel);
  const processes: ServerProcess[] = [];
  try {
    const shared = { cursorKey, metrics: settings.metrics, logger };
    const urls = await startSubgraphs(locations, shared, processes);
    const signIn = settings.takesDevelopmentTokens
      ? await developmentSettings(settings.databases.dataFolder)
      : {};
    const own = {
      PORT: String(settings.port),
      AUDIT_DIR: settings.audit?.folder,
      WARM_SCOPES: writeScopes(settings.expectedScopes ?? roleScopes),
    };
    const gatewaySettings = { ...urls, ...signIn, ...own };
    const gateway = await ServerProcess.start({
      name: "gateway",
      file: program("gateway"),
      settings: gatewaySettings,
      logger,
    });
    processes.push(gateway);
    console.log(welcome(new URL(gateway.url).origin, settings, " of the gateway and of each subgraph"));
    return {
      closeLimitMs: defaultCloseLimitMs + settings.drainDelayMs,
      close: () => stopProcesses(processes),
      reload: async () => gateway.reload(),
    };
  } catch (error) {
    await stopProcesses(processes);
    throw error;
  }
});

interface SharedByAll {
  readonly cursorKey: string;
  /** Where the gateway serves its metrics. */
  readonly metrics: MetricsAddress | undefined;
  readonly logger: Logger;
}

/**
 * Starts the subgraphs at the same time and adds those that run to `processes`, so that the caller can stop them. Returns
 * the gateway's settings: where they are, and the keys by which it signs its calls.
 */
async function startSubgraphs(
  locations: DatabaseLocations,
  { cursorKey, metrics, logger }: SharedByAll,
  processes: ServerProcess[],
): Promise<Record<string, string>> {
  const starts = departments.map(async ({ name }, index) => {
    const location = locations.get(name);
    // Nobody needs it after this start.
    const key = newChannelKey();
    // Only the gateway asks the subgraphs, and it runs on this machine.
    const settings = {
      HOST: "127.0.0.1",
      PORT: "0",
      // The gateway has answered its last request when they stop.
      DRAIN_DELAY_MS: "0",
      DATABASE_URL: location && toDatabaseUrl(location),
      DATABASE_REPLICA_URLS: location && toReplicaUrls(location),
      CURSOR_KEY: cursorKey,
      SUBGRAPH_KEY: key,
      // The gateway has the port itself.
      METRICS_PORT: metrics && String(metrics.port && metrics.port + 1 + index),
    };
    const subgraph = await ServerProcess.start({
      name,
      file: program(`subgraphs/${name}`),
      settings,
      logger,
    });
    processes.push(subgraph);
    return { [urlVariable(name)]: subgraph.url, [keyVariable(name)]: key };
  });
  await Promise.allSettled(starts);
  const settings = await Promise.all(starts);
  return Object.fromEntries(settings.flatMap((setting) => Object.entries(setting)));
}
