import { commonSettings, port, readEnv } from "@an-sinh/server/env";
import { z } from "zod";

/** What `npm run report` reads. */
export interface ReportSettings {
  /** The URL of the gateway that these settings start. */
  readonly gateway: string;
  /** The token of whoever asks. Undefined: nobody signs in. */
  readonly token: string | undefined;
}

export function readReportSettings(): ReportSettings {
  const { HOST: host } = commonSettings;
  const variables = readEnv(z.object({ HOST: host, PORT: port(4000), AN_SINH_TOKEN: z.string().optional() }));
  const { HOST, PORT, AN_SINH_TOKEN: token } = variables;
  const name = ["0.0.0.0", "::"].includes(HOST) ? "localhost" : HOST.includes(":") ? `[${HOST}]` : HOST;
  return { gateway: `http://${name}:${PORT}`, token };
}
