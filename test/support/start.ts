import { mkdtemp, rm } from "node:fs/promises";
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
  /** Settings of a program with an empty folder that asks the sample, which nobody may change. */
  const onSample = async (...departments: readonly string[]): Promise<SampleSettings> => {
    const settings = Object.entries(inject("settings")).flatMap(([name, setting]) =>
      departments.length === 0 || departments.includes(name) ? [setting] : [],
    );
    return Object.assign({ DATA_DIR: await emptyFolder(), PORT: "0" }, ...settings);
  };
  return { emptyFolder, onSample };
}

/** Each department that has a setting of its own finds its rows there, the others in files in the folder. */
export type SampleSettings = Readonly<Record<string, string>> & { readonly DATA_DIR: string };

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
