import { resolve } from "node:path";
import { list } from "@an-sinh/server/env";
import { z } from "zod";
import type { ConnectionSettings } from "./connection-settings.js";

/** A database on a server. */
export interface ServerLocation {
  readonly kind: "mysql";
  readonly url: string;
  /** The URLs of servers that have the same data a little later. Reads of requests go to them. */
  readonly replicas?: readonly string[] | undefined;
  /** How the server is used. Undefined: as the settings say where none is set. */
  readonly settings?: ConnectionSettings;
  /** The setting that names the server, for messages. */
  readonly setting?: string | undefined;
}

/** Where one department's data lives. */
export type DatabaseLocation = { readonly kind: "sqlite"; readonly file: string } | ServerLocation;

/** The URL of a database on a server. */
export function mysqlDatabaseUrl(serverUrl: string, name: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return url.href;
}

/** Where it is, for people: the whole path of a file, or a database and its server. It does not tell the password. */
export function describeLocation(location: DatabaseLocation): string {
  if (location.kind === "sqlite") return resolve(location.file);
  const { host, pathname } = new URL(location.url);
  return `${decodeURIComponent(pathname.slice(1))} on ${host}`;
}

const parts = "without ? and #. In a password, write %25 for %, %23 for #, %3F for ?, %2F for /";
const expectedReplicas = `expected mysql://USER:PASSWORD@HOST:PORT/DATABASE, of each replica one and once, with commas between them, ${parts}`;
const expected = `expected sqlite:PATH (such as sqlite:.data/households.sqlite) or mysql://USER:PASSWORD@HOST:PORT/DATABASE, ${parts}`;
const expectedServer = `expected mysql://USER:PASSWORD@HOST:PORT, ${parts}`;

/** Reads the URL of a server. Null: it is none, or has a part that would be passed over. */
function parseServerUrl(url: string): URL | null {
  if (!URL.canParse(url)) return null;
  const parsed = new URL(url);
  const { protocol, hostname, username, password, pathname, search, hash } = parsed;
  const isMysql = protocol === "mysql:" || protocol === "mariadb:";
  const isWhole = hostname !== "" && search === "" && hash === "";
  return isMysql && isWhole && [username, password, pathname].every(isDecodable) ? parsed : null;
}

function isDecodable(text: string): boolean {
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
}

/** Reads a database URL. Returns null when it is neither a SQLite path nor a complete MySQL URL. */
function parseDatabaseUrl(url: string): DatabaseLocation | null {
  if (url.startsWith("sqlite:")) {
    const file = url.slice("sqlite:".length);
    return file === "" ? null : { kind: "sqlite", file };
  }
  const { pathname = "" } = parseServerUrl(url) ?? {};
  return pathname.length > 1 ? { kind: "mysql", url } : null;
}

/** A setting with the URL of a database. Errors do not repeat the value: it may hold a password. */
export const databaseUrl = z.string({ error: expected }).transform((value, context) => {
  const location = parseDatabaseUrl(value);
  if (location) return location;
  context.issues.push({ code: "custom", message: expected, input: undefined });
  return z.NEVER;
});

/** A setting with the URLs of replicas. A comma in a password is written %2C there. Errors do not repeat the value. */
export const replicaUrls = list.refine(
  (urls) =>
    urls.every((url) => parseDatabaseUrl(url)?.kind === "mysql") &&
    new Set(urls.map(withoutUser)).size === urls.length,
  expectedReplicas,
);

/** Which database of which server it is. */
function withoutUser(url: string): string {
  const { hostname, port, pathname } = new URL(url);
  return `${hostname.toLowerCase()}:${port || 3306}${pathname}`;
}

/** What is wrong with the setting of replicas beside a SQLite file. */
export const noReplicasOfFile = "a SQLite file has no replicas. Unset this, or have a MySQL server";

/** A setting with the URL of a MySQL or MariaDB server, without a database. */
export const serverUrl = z
  .string({ error: expectedServer })
  .refine((value) => parseServerUrl(value) !== null, expectedServer);
