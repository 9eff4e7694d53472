import { SettingsError } from "./env.js";

interface Address {
  readonly host: string;
  readonly port: number;
}

/** The errors of the system that mean that the host's name or address is not one of this machine. */
const hostCodes = new Set(["ENOTFOUND", "EAI_AGAIN", "EAI_NONAME", "EADDRNOTAVAIL", "EINVAL"]);

/** Names the setting because of which a server cannot listen. Any other error is returned as it is. */
export function listenProblem(error: unknown, { host, port }: Address, setting = "PORT"): unknown {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (code === "EADDRINUSE") {
    return new SettingsError([
      `${setting}: port ${port} is in use by another program. Stop it, or choose another port (0: any free one)`,
    ]);
  }
  if (code === "EACCES") {
    return new SettingsError([
      `${setting}: this user may not listen on port ${port}. Choose one from 1024 up`,
    ]);
  }
  if (hostCodes.has(code)) {
    return new SettingsError([
      `HOST: ${host} is not an address of this machine (${code}). 127.0.0.1 serves this machine only, 0.0.0.0 all`,
    ]);
  }
  return error;
}
