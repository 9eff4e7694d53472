import { execFile } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { databaseVariable } from "@an-sinh/deployment/env";

const department = "credit-programs";
const importer = fileURLToPath(new URL("../../packages/deployment/dist/import.main.js", import.meta.url));

/** What the importer said of a file. */
export interface ImportOutcome {
  readonly id: string;
  readonly isStored: boolean;
  readonly message: string;
}

/** The id of the office that the import of this number adds. */
const officeId = (index: number): string => `cluster-${index}`;

/** Imports a file that adds one transaction office, with the program that users run. */
export async function importOffice(
  index: number,
  { databaseUrl, folder }: { readonly databaseUrl: string; readonly folder: string },
): Promise<ImportOutcome> {
  const id = officeId(index);
  const file = join(folder, "offices.csv");
  await writeFile(file, `id,name,unit_id\n${id},Office ${index},24@2025-07-01\n`);
  const args = [importer, department, "transaction-offices", file];
  const env = { PATH: process.env["PATH"], [databaseVariable(department)]: databaseUrl };
  return new Promise((resolve) => {
    execFile(process.execPath, args, { env, timeout: 120_000 }, (error, stdout, stderr) =>
      resolve({ id, isStored: error === null, message: `${stdout}${stderr}`.trim() }),
    );
  });
}
