import { RequestError } from "./errors.js";

type Parameters<Name extends string> = { [name in Name]?: string };

/**
 * The named parameters in the query of a URL, and no others. `URLSearchParams` replaces what is no UTF-8 and lets a name
 * come twice; here both are the client's mistake. Node refuses a URL with bytes that are not ASCII.
 */
export function readParameters<Name extends string>(url: string, names: readonly Name[]): Parameters<Name> {
  const read: Parameters<Name> = {};
  for (const part of queryOf(url).split("&")) {
    const [encodedName = "", ...rest] = part.split("=");
    const name = names.find((known) => known === encodedName);
    if (name === undefined) continue;
    if (read[name] !== undefined) throw malformed(`expected the parameter ${name} once`);
    read[name] = decode(name, rest.join("="));
  }
  return read;
}

/** All parameters in the query of a URL, each with its values in their order. */
export function readAllParameters(url: string): ReadonlyMap<string, readonly string[]> {
  const read = new Map<string, string[]>();
  for (const part of queryOf(url).split("&")) {
    if (part === "") continue;
    const [encodedName = "", ...rest] = part.split("=");
    const name = decode("with a malformed name", encodedName);
    const values = read.get(name) ?? [];
    values.push(decode(name, rest.join("=")));
    read.set(name, values);
  }
  return read;
}

function queryOf(url: string): string {
  const [beforeFragment = ""] = url.split("#", 1);
  const start = beforeFragment.indexOf("?");
  return start === -1 ? "" : beforeFragment.slice(start + 1);
}

function decode(name: string, text: string): string {
  try {
    return decodeURIComponent(text.replaceAll("+", " "));
  } catch {
    throw malformed(`expected UTF-8, percent-encoded, in the parameter ${name}`);
  }
}

function malformed(expectation: string): RequestError {
  return new RequestError(400, "BAD_REQUEST", `The URL is malformed: ${expectation}.`);
}
