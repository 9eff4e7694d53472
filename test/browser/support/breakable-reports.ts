import { copyFile, mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { foldersOf } from "@an-sinh/gateway/pages";
import { root } from "../../support/documents.js";
import { startGraph } from "../../support/graph.js";

const choices = "choices/units.graphql";

async function copyReports(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "an-sinh-reports-"));
  await mkdir(join(folder, "choices"));
  const name = "households-and-loans.graphql";
  await copyFile(join(root, "test/fixtures", name), join(folder, name));
  await copyFile(join(root, "schema/operations", choices), join(folder, choices));
  return folder;
}

/** A graph of its own with the console and a report of many pages, whose department of loans fails after some of them. */
export async function startBreakableReports(callsUntilOutage: number) {
  const reportsFolder = await copyReports();
  const department = "credit-programs";
  let calls = 0;
  const graph = await startGraph({
    reportsFolder,
    pages: foldersOf(["console"]),
    hooks: {
      afterFetch: ({ service }) => {
        if (service === department && ++calls === callsUntilOutage) void graph.fail(department);
      },
    },
  });
  return {
    url: graph.url,
    [Symbol.asyncDispose]: async () => {
      await graph.close();
      await rm(reportsFolder, { recursive: true });
    },
  };
}
