import { serverUrl } from "@an-sinh/kit/database/database-url";
import { commonSettings, port, readEnv } from "@an-sinh/kit/env";
import { z } from "zod";

/** What `npm run migration` reads. */
export const readMigrationSettings = () => readEnv(z.object({ MYSQL_URL: serverUrl }));

const graphSettings = z.object({
  ...commonSettings,
  PORT: port(4000),
  DATA_DIR: z.string().default(".data"),
});

/** What `npm start` reads. */
export const readEmbeddedSettings = () => readEnv(graphSettings);

/** What `npm run start:distributed` reads. */
export const readDistributedSettings = () =>
  readEnv(graphSettings.extend({ MYSQL_URL: serverUrl.optional() }));

/** This process's environment with other settings: what a child process is started with. */
export const environmentWith = (settings: Record<string, string | undefined>): NodeJS.ProcessEnv => ({
  ...process.env,
  ...settings,
});
