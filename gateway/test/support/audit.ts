import { mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { AccessLog, type AccessLogOptions } from "../../src/audit/access-log.js";
import type { ReadEntry } from "../../src/audit/audit-entry.js";
import { verifyChains, type Verification } from "../../src/audit/verify-chains.js";

export const auditKey = "a key of more than thirty-two characters";

/** For the SDL of a subgraph that uses it. */
export const auditedDirective = `
  extend schema @link(url: "https://an-sinh.example/specs/audited/v1.0", import: ["@audited"]) @composeDirective(name: "@audited")
  directive @audited(by: String! = "id") on OBJECT
`;

/** The path of a folder that is not there yet. */
export const newAuditFolder = (): string => join(mkdtempSync(join(tmpdir(), "audit-")), "log");

/** The names of the files of entries, in their order. */
export const logFilesIn = (folder: string): string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith(".jsonl"))
    .toSorted()
    .map((name) => join(folder, name));

interface LoggedEntry {
  readonly seq: number;
  readonly read?: Record<string, string[]>;
  readonly [name: string]: unknown;
}

/** The entries about reads. */
export const entriesIn = (folder: string): LoggedEntry[] =>
  logFilesIn(folder)
    .flatMap((file) => readFileSync(file, "utf8").split("\n"))
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as LoggedEntry)
    .filter(({ read }) => read !== undefined);

export const verify = (folder: string, keys: readonly string[] = [auditKey]): Promise<Verification> =>
  verifyChains({ folders: [folder], keys });

const noLog = { warn: () => undefined, error: () => undefined };

/** A log in a folder, with a key. What it would tell an operator goes nowhere. */
export const openLog = (folder: string, options: Partial<AccessLogOptions> = {}): Promise<AccessLog> =>
  AccessLog.open({ folder, key: auditKey, logger: noLog, ...options });

export const readOf = (...ids: readonly string[]): ReadEntry => ({
  time: "2026-01-02T03:04:05.678Z",
  subject: "doctor",
  agency: null,
  purpose: "review",
  operation: { name: null, hash: "0".repeat(64) },
  read: { Patient: ids },
  outcome: "answered",
});

/** Writes a log with some entries, one after the other, and closes it. Returns its folder. */
export async function writeLog(
  ids: readonly string[],
  options: Partial<AccessLogOptions> = {},
): Promise<string> {
  const folder = options.folder ?? newAuditFolder();
  const log = await openLog(folder, options);
  for (const id of ids) await log.record(readOf(id));
  await log.close();
  return folder;
}
