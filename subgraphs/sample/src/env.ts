import { databaseUrl } from "@an-sinh/kit/database/database-url";
import { readEnv } from "@an-sinh/kit/env";
import { z } from "zod";
import type { Department } from "./departments.js";

/** Where each department's database is. Default: its file in DATA_DIR. */
export function readSampleSettings() {
  const { DATA_DIR } = readEnv(z.object({ DATA_DIR: z.string().default(".data") }));
  const location = (department: Department) =>
    databaseUrl.default({ kind: "sqlite", file: `${DATA_DIR}/${department}.sqlite` });
  return readEnv(
    z.object({
      HOUSEHOLDS_DATABASE_URL: location("households"),
      HOUSING_PROJECTS_DATABASE_URL: location("housing-projects"),
      CREDIT_PROGRAMS_DATABASE_URL: location("credit-programs"),
      MERITORIOUS_SERVICE_DATABASE_URL: location("meritorious-service"),
    }),
  );
}
