import { isIP } from "node:net";
import { RequestError } from "./errors.js";

/**
 * The names under which a server answers. Undefined: under any. A page of another site can give its own name the address
 * of this machine, and then asks as if it were a page of the server; the Host header tells its name.
 */
export type AllowedHosts = readonly string[] | undefined;

const wellFormed = /^[\w.~!$&'()*+,;=%:[\]-]*$/;

/** Checks the header Host. An address is no name, and is always allowed. */
export function hostCheck(allowed: AllowedHosts): (host: string) => RequestError | undefined {
  const names = allowed && new Set(allowed.map((name) => name.toLowerCase()));
  return (host) => {
    if (!wellFormed.test(host)) return new RequestError(400, "BAD_REQUEST", "The Host header is malformed.");
    if (!names) return undefined;
    const name = host.toLowerCase().replace(/:\d*$/, "");
    const isAllowed =
      names.has(name) ||
      name === "localhost" ||
      name.endsWith(".localhost") ||
      isIP(name.replace(/^\[|\]$/g, "")) > 0;
    return isAllowed
      ? undefined
      : new RequestError(
          421,
          "BAD_REQUEST",
          "This server has another name. The setting ALLOWED_HOSTS lists its names.",
        );
  };
}
