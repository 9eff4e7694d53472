import { mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { checkSchema } from "@an-sinh/schema/check-schema";
import { readSchemaFolder, writeSchemaFolder } from "@an-sinh/schema/schema-folder";
import { books, committedFolder } from "./support/subgraphs.js";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "an-sinh-schema-"));
});
afterEach(() => rm(folder, { recursive: true }));

describe("the schema folder", () => {
  it("is written so that the check has nothing to say, and without touching what is not generated", async () => {
    await writeFile(join(folder, "by-hand.graphql"), "type ByHand { id: ID! }\n");
    await writeSchemaFolder(
      folder,
      new Map([...committedFolder()].map(([name, text]) => [`old-${name}`, text])),
    );
    const changed = await writeSchemaFolder(folder, committedFolder());
    expect(changed).toEqual(expect.arrayContaining(["api.graphql", "books.graphql", "old-books.graphql"]));
    expect((await readdir(folder)).toSorted()).toEqual([
      "api.graphql",
      "books.graphql",
      "by-hand.graphql",
      "reviews.graphql",
      "supergraph.graphql",
    ]);
    expect(checkSchema(books, await readSchemaFolder(folder))).toEqual([]);
  });

  it("is not changed by writing what it holds already", async () => {
    await writeSchemaFolder(folder, committedFolder());
    expect(await writeSchemaFolder(folder, committedFolder())).toEqual([]);
  });

  it("is read with line feeds only, and without its subfolders and what composition does not need", async () => {
    await mkdir(join(folder, "operations"));
    await writeFile(join(folder, "package.json"), "{}");
    await writeFile(join(folder, "loans.graphql"), "type Loan {\r\n  id: ID!\r\n}\r\n");
    expect(await readSchemaFolder(folder)).toEqual(
      new Map([["loans.graphql", "type Loan {\n  id: ID!\n}\n"]]),
    );
  });
});
