import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { hashOf } from "@an-sinh/server/persisted-queries";
import { readTrustedDocuments } from "@an-sinh/server/trusted-documents";
import { fileURLToPath } from "node:url";
import { clientFiles } from "../src/client-files.js";
import { afterAll, beforeAll, expect, test } from "vitest";
import { buildManifest } from "../src/operations-manifest.js";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "an-sinh-operations-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function written(name: string, text: string): Promise<string> {
  const file = join(folder, name);
  await writeFile(file, text);
  return file;
}

test("the list holds the stored operations and those of clients, and a gateway can use it", async () => {
  const own = "query Own { __typename }\n";
  const manifest = await buildManifest([await written("own.graphql", own)]);
  const file = await written("manifest.json", JSON.stringify(manifest));
  const trusted = readTrustedDocuments(file);
  expect(trusted.get(hashOf(own))).toBe(own);
  const stored = await readFile(
    new URL("../../../schema/operations/districts-before-and-after.graphql", import.meta.url),
    "utf8",
  );
  expect(trusted.get(hashOf(stored))).toBe(stored);
});

test("a gateway can use a folder of documents as well", async () => {
  const stored = new URL("../../../schema/operations/", import.meta.url);
  const { operations } = await buildManifest([]);
  const trusted = readTrustedDocuments(fileURLToPath(stored));
  expect([...trusted.keys()].toSorted()).toEqual(operations.map(({ id }) => id).toSorted());
  expect(() => readTrustedDocuments(import.meta.dirname)).toThrow(/expected files that end in/);
});

test("files are named by their paths and by patterns, each once", async () => {
  const files = [await written("one.graphql", ""), await written("[two].graphql", "")].toSorted();
  expect(await clientFiles([join(folder, "[two].graphql"), join(folder, "*e.graphql")])).toEqual(files);
  expect(await clientFiles([join(folder, "{one,?two?}.graphql"), ...files])).toEqual(files);
  await expect(clientFiles([join(folder, "*.none")])).rejects.toThrow(/No file is named .*\*\.none/);
});

test("what is no operation of the graph is named, all of it at once", async () => {
  const files = [
    await written("field.graphql", "{ nothing }"),
    await written("text.graphql", "query {"),
    await written("fragment.graphql", "fragment F on Query { __typename }"),
    join(folder, "missing.graphql"),
  ];
  await expect(buildManifest(files)).rejects.toThrow(
    /field\.graphql: Cannot query field "nothing".*text\.graphql: Syntax Error.*fragment\.graphql: .*missing\.graphql: ENOENT/s,
  );
});

test("a list whose hashes are not those of its documents is refused", async () => {
  const manifest = await buildManifest([]);
  const operations = manifest.operations.map((operation) => ({ ...operation, body: `${operation.body} ` }));
  const file = await written("altered.json", JSON.stringify({ ...manifest, operations }));
  expect(() => readTrustedDocuments(file)).toThrow(/the id of .* is not the SHA-256 of its body/);
});
