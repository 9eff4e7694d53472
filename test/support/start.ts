import { copyFile, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, inject } from "vitest";
import { postQuery } from "./post-query.js";
import "./prepared-databases.js";
import { startProgram, type Program } from "./program.js";

export const embedded = "packages/deployment/dist/embedded.main.js";
export const distributed = "packages/deployment/dist/distributed.main.js";
export const ready = /Endpoint +(http\S+)/;

/** Gives the tests of a file folders for the data of programs. They are removed at the end. */
export function dataFolders() {
  let root: string;
  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), "an-sinh-start-"));
  });
  afterAll(() => rm(root, { recursive: true, force: true }));
  const emptyFolder = () => mkdtemp(join(root, "data-"));
  /** A folder with the sample data already loaded. */
  const loadedFolder = async (): Promise<string> => {
    const folder = await emptyFolder();
    for (const [name, location] of inject("locations").sqlite ?? []) {
      if (location.kind === "sqlite") await copyFile(location.file, join(folder, `${name}.sqlite`));
    }
    return folder;
  };
  return { emptyFolder, loadedFolder };
}

/** What `npm run token` prints for an officer. */
export async function tokenFor(folder: string): Promise<string> {
  const args = ["--role", "province-officer", "--area", "VN"];
  await using program = startProgram("packages/deployment/dist/token.main.js", { DATA_DIR: folder }, args);
  expect(await program.ended()).toBe(0);
  return program.output().trim();
}

export async function poorHouseholdsOfHaNoi(program: Program, token?: string): Promise<unknown> {
  const [, endpoint = ""] = await program.until(ready);
  const query =
    '{ administrativeUnit(code: "01") { poverty(year: 2024) { poor nearPoor } credit(year: 2024) { year } } }';
  return postQuery(endpoint, query, {}, token);
}

export const rightAnswer = {
  data: { administrativeUnit: { poverty: { poor: 0, nearPoor: 9928 }, credit: { year: 2024 } } },
};
