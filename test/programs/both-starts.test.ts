import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { cursorKey } from "@an-sinh/subgraph-kit/cursors/cursor-key";
import { Cursors } from "@an-sinh/subgraph-kit/cursors/cursors";
import { describe, expect, test } from "vitest";
import { postQuery } from "../support/post-query.js";
import { startCommand, startProgram, type Program } from "../support/program.js";
import { dataFolders, distributed, embedded, ready } from "../support/start.js";

const { onSample } = dataFolders();

describe.each([
  ["embedded", embedded],
  ["distributed", distributed],
])("the %s start obeys", (_, file) => {
  test("INTROSPECTION, CORS_ORIGINS and WORKERS", async () => {
    const env = { INTROSPECTION: "0", CORS_ORIGINS: "https://portal.example", WORKERS: "2" };
    const settings = await onSample();
    await using program = startProgram(file, { ...settings, ...env });
    const [, endpoint = ""] = await program.until(ready);
    expect(await unitsOfCursors(endpoint, settings.DATA_DIR)).toEqual(["00001"]);
    expect(await postQuery(endpoint, "{ __schema { types { name } } }")).toMatchObject({
      errors: [{ extensions: { code: "GRAPHQL_VALIDATION_FAILED" } }],
    });
    expect(await allowedOrigin(endpoint, "https://portal.example")).toBe("https://portal.example");
    expect(await allowedOrigin(endpoint, "http://localhost:5173")).toBeNull();
    expect(program.output().match(/Endpoint|Processes +2|Explorer|first query/g)).toEqual([
      "Endpoint",
      "Processes 2",
    ]);
    program.kill("SIGTERM");
    expect(await program.ended()).toBe(0);
  });
});

/** What the cursors of one unit say that several processes made, by the key that only the user of the program may read. */
async function unitsOfCursors(endpoint: string, folder: string): Promise<unknown> {
  const file = join(folder, "cursor-key");
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  const cursors = new Cursors(cursorKey.parse(await readFile(file, "utf8")));
  const query = "{ administrativeUnits(first: 1) { pageInfo { endCursor } } }";
  const answers = await Promise.all(Array.from({ length: 8 }, () => postQuery(endpoint, query)));
  const made = new Set((answers as Units[]).map(({ data }) => data.administrativeUnits.pageInfo.endCursor));
  const types = ["string", "string"];
  return [...made].map((cursor) => cursors.decode("administrativeUnits", cursor, types, "after")[0]);
}

interface Units {
  readonly data: { readonly administrativeUnits: { readonly pageInfo: { readonly endCursor: string } } };
}

/** The site whose pages may read an answer, by the answer to a page of `origin`. */
async function allowedOrigin(endpoint: string, origin: string): Promise<string | null> {
  const headers = { origin, "access-control-request-method": "POST" };
  const { headers: allowed } = await fetch(endpoint, { method: "OPTIONS", headers });
  return allowed.get("access-control-allow-origin");
}

describe("npm start", () => {
  test.each([
    ["SIGTERM to npm alone", [], (npm: Program) => npm.kill("SIGTERM")],
    [
      "Ctrl-C, which all processes get",
      ["--workspace", "gateway"],
      (npm: Program) => npm.killGroup("SIGINT"),
    ],
  ])("%s ends the server, and nothing keeps the port", async (_, args, end) => {
    await using npm = startCommand("npm", ["start", ...args], await onSample());
    const [, endpoint = ""] = await npm.until(/ndpoint:? +(http\S+)/);
    end(npm);
    expect(await npm.ended()).toBe(0);
    await expect(fetch(endpoint)).rejects.toMatchObject({ cause: { code: "ECONNREFUSED" } });
  });
});
