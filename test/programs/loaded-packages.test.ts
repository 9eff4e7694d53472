import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { forSomeSettings, listingPackages, loadedBy, packagesOf } from "../support/loaded-packages.js";
import { startProgram } from "../support/program.js";

// What npm start loads: start.test.ts.
test("a subgraph over a file loads no package that only composition or other settings need", async () => {
  const folder = await mkdtemp(join(tmpdir(), "an-sinh-packages-"));
  await using program = startProgram("subgraphs/housing-projects/dist/main.js", {
    ...listingPackages,
    DATABASE_URL: `sqlite:${join(folder, "data.sqlite")}`,
    PORT: "0",
    SUBGRAPH_KEY: "0123456789abcdef".repeat(4),
  });
  await program.until(/http:/);
  const loaded = await packagesOf(program);
  expect(loaded).toContain("typeorm");
  const unneeded = [...forSomeSettings, "@apollo/federation-internals", "@fastify/static"];
  expect(loaded.filter((name) => unneeded.includes(name))).toEqual([]);
  await rm(folder, { recursive: true });
});

test.each(["token", "audit", "report", "operations"])(
  "npm run %s loads no department and no database",
  async (name) => {
    const command = `packages/deployment/dist/${name}.main.js`;
    await using program = startProgram(command, listingPackages, ["--help"]);
    const loaded = await loadedBy(program);
    expect(loaded.filter((known) => ["typeorm", "libsql"].includes(known))).toEqual([]);
    expect(program.output()).toContain("Usage:");
  },
);
