import { fileURLToPath } from "node:url";
import { urlVariable } from "@an-sinh/gateway/env";
import { prepareSample } from "@an-sinh/sample/prepare-sample";
import { run } from "@an-sinh/server/run";
import { checkPort } from "./check-port.js";
import {
  closeDatabases,
  databaseLocations,
  openDatabases,
  sampleTargets,
  toDatabaseUrl,
} from "./databases.js";
import { departments } from "./departments.js";
import { readGraphSettings } from "./env.js";
import { startProcess, stopProcesses, type ServerProcess } from "./server-process.js";
import { welcome } from "./welcome.js";

const program = (path: string) => fileURLToPath(new URL(`../../../${path}/dist/main.js`, import.meta.url));

await run(async () => {
  const settings = readGraphSettings();
  await checkPort(settings.host, settings.port);
  const locations = await databaseLocations(settings.databases);
  const databases = await openDatabases(locations);
  await prepareSample(sampleTargets(databases)).finally(() => closeDatabases(databases));

  const processes: ServerProcess[] = [];
  try {
    const urls: Record<string, string> = {};
    for (const { name } of departments) {
      const location = locations.get(name);
      const databaseUrl = location && toDatabaseUrl(location);
      const started = await startProcess(name, program(`subgraphs/${name}`), {
        PORT: "0",
        DATABASE_URL: databaseUrl,
      });
      processes.push(started);
      urls[urlVariable(name)] = started.url;
    }
    const gateway = await startProcess("gateway", program("gateway"), {
      ...urls,
      PORT: String(settings.port),
    });
    processes.push(gateway);
    console.log(welcome(new URL(gateway.url).origin, !settings.isProduction));
    return { close: () => stopProcesses(processes) };
  } catch (error) {
    await stopProcesses(processes);
    throw error;
  }
});
