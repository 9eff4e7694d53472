import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { SettingsError } from "@an-sinh/server/env";
import { afterAll } from "vitest";
import { readGatewaySettings } from "../../src/env.js";
import { compose } from "./supergraph.js";

/** A folder with a supergraph file, which is removed after the tests of the file, and the settings that a gateway needs. */
export function enoughSettings() {
  const folder = mkdtempSync(join(tmpdir(), "gateway-"));
  afterAll(() => rmSync(folder, { recursive: true }));
  const file = join(folder, "supergraph.graphql");
  writeFileSync(
    file,
    compose([
      { name: "far-away", url: "http://a.example/graphql", sdl: "type Query { a: Int }" },
      { name: "other", url: "", sdl: "type Query { b: Int }" },
    ]),
  );
  return { folder, file, enough: { SUPERGRAPH_FILE: file, SUBGRAPH_URL_OTHER: "http://b.example" } };
}

export async function problemsOf(source: NodeJS.ProcessEnv): Promise<readonly string[]> {
  try {
    await readGatewaySettings(source);
  } catch (error) {
    if (error instanceof SettingsError) return error.problems;
  }
  throw new Error("Expected the settings to be refused");
}
