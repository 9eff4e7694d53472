import { once } from "node:events";
import { rmSync, mkdirSync, renameSync, symlinkSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { join } from "node:path";
import { createLogger } from "@an-sinh/server/logger";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { createIdentify } from "../../src/identity/identify.js";
import {
  allBooks,
  bookSubgraphs,
  reportDocument,
  startReports,
  type ReportsUnderTest,
} from "../support/report-graph.js";
import { createIssuer, seconds, type TokenIssuer } from "../support/token-issuer.js";

/** What happens when a page is asked for, by the number of its first book. */
let onPage: (start: number) => unknown = () => {};
let now = Date.now;
const warnings: string[] = [];
let issuer: TokenIssuer;
let graph: ReportsUnderTest;
beforeAll(async () => {
  issuer = await createIssuer();
  const logger = warningsInto(warnings);
  const shelf = { size: 30, onPage: async (start: number) => void (await onPage(start)) };
  const identify = createIdentify(issuer.settings, logger, () => now());
  graph = await startReports({ "all-books": allBooks }, shelf, { logger, identify });
});
afterAll(() => graph[Symbol.asyncDispose]());
beforeEach(() => {
  onPage = () => {};
  now = Date.now;
  warnings.splice(0);
});

const at = (page: number, happens: () => unknown) => {
  onPage = (start) => (start === page ? happens() : undefined);
};
const subgraphs = bookSubgraphs({ size: 0 });
const without = (field: string) =>
  subgraphs.map(({ sdl, ...subgraph }) => ({ ...subgraph, sdl: sdl.replace(` ${field}`, " ") }));
const names = () => namesOf(graph);

async function namesOf(asked: ReportsUnderTest): Promise<readonly string[]> {
  const { reports } = (await (await asked.get("")).json()) as {
    readonly reports: readonly { readonly name: string }[];
  };
  return reports.map(({ name }) => name);
}

const warningsInto = (told: string[]) =>
  createLogger("warn", {
    write: (line) => void told.push((JSON.parse(line) as { readonly msg: string }).msg),
  });

test("a token that expires meanwhile cuts the download, and the log says why", async () => {
  const token = await issuer.sign({ exp: seconds() + 60 });
  at(10, () => (now = () => Date.now() + 3_600_000));
  const response = await graph.get("all-books.csv", { headers: { authorization: `Bearer ${token}` } });
  expect(response.status).toBe(200);
  await expect(response.text()).rejects.toThrow("terminated");
  expect(warnings).toContain("A report was cut, because a part of it failed.");
});

test("a download goes on with another supergraph that has all of its fields", async () => {
  const table = await (await graph.get("all-books.csv")).text();
  at(10, () => graph.replace(without("owner: String")));
  expect(await (await graph.get("all-books.csv")).text()).toBe(table);
});

test("another supergraph that lacks one of its fields cuts it", async () => {
  at(10, () => graph.replace(without("pages: Int!")));
  const response = await graph.get("all-books.csv");
  await expect(response.text()).rejects.toThrow("terminated");
  expect(await names()).toEqual([]);
  await graph.replace(subgraphs);
  expect(await names()).toEqual(["all-books"]);
});

test("a folder that is replaced counts from the next reading, and a download goes on with its report", async () => {
  const table = await (await graph.get("all-books.csv")).text();
  const old = `${graph.folder}.old`;
  at(10, async () => {
    renameSync(graph.folder, old);
    mkdirSync(graph.folder);
    writeFileSync(
      join(graph.folder, "few.graphql"),
      reportDocument("", "query Few { lent { pageInfo { hasNextPage } edges { node { id } } } }"),
    );
    await graph.reload();
  });
  expect(await (await graph.get("all-books.csv")).text()).toBe(table);
  expect(await names(), warnings.join()).toEqual(["few"]);
  rmSync(graph.folder, { recursive: true });
  await graph.reload();
  expect(await names()).toEqual(["few"]);
  expect(warnings.at(-1)).toContain("The folder of the reports cannot be read");
  renameSync(old, graph.folder);
  await graph.reload();
  expect(await names()).toEqual(["all-books"]);
});

const shelfReport = (name: string) => reportDocument("", `query ${name} { shelf(name: "A") { name } }`);

/** What somebody may have put among the reports, and what the log says of it. */
const strange: readonly [file: string, add: (path: string) => void, problem: string][] = [
  ["folder.graphql", (path) => mkdirSync(path), "expected a file"],
  ["link.graphql", (path) => symlinkSync("nothing", path), "ENOENT"],
  ["bytes.graphql", (path) => writeFileSync(path, Uint8Array.of(0xff, 0xfe)), "expected a text in UTF-8"],
  ["long.graphql", (path) => writeFileSync(path, "#".repeat(1_100_000)), "expected at most 1048576 bytes"],
  ['ấ "\r\n;.graphql', (path) => writeFileSync(path, shelfReport("X")), "expected the query to be named"],
  ["all_books.graphql", (path) => writeFileSync(path, shelfReport("AllBooks")), "named All_books"],
  ["misfit.graphql", (path) => writeFileSync(path, reportDocument("", "query Misfit { no }")), 'field "no"'],
];

test("whatever lies among the reports, the others are served, and the log names what is left out", async () => {
  await using other = await startWith((folder) => {
    for (const [file, add] of strange) add(join(folder, file));
  });
  expect(await other.names()).toEqual(["all-books"]);
  expect(other.warnings).toHaveLength(strange.length);
  for (const [file, , problem] of strange)
    expect(other.warnings.find((warning) => warning.includes(`/${file}:`))).toContain(problem);
});

test("choices that are no folder are none", async () => {
  await using other = await startWith((folder) => {
    rmSync(join(folder, "choices"), { recursive: true });
    writeFileSync(join(folder, "choices"), "");
  });
  expect(await other.names()).toEqual(["all-books"]);
  expect(other.warnings[0]).toContain("/choices: ENOTDIR");
});

/** A gateway that finds in its folder what somebody has added. */
async function startWith(add: (folder: string) => void) {
  const told: string[] = [];
  const started = await startReports(
    { "all-books": allBooks },
    { size: 5 },
    { logger: warningsInto(told) },
    add,
  );
  return {
    names: () => namesOf(started),
    warnings: told,
    [Symbol.asyncDispose]: () => started[Symbol.asyncDispose](),
  };
}

test("a client that reads nothing is cut off after the time that is set, and leaves room for another", async () => {
  const shelf = { size: 1_000, titleLength: 100_000 };
  // One download at a time.
  const load = { mostUnderWay: 10, mostWaitMs: 60_000 };
  await using slow = await startReports({ "all-books": allBooks }, shelf, { reportIdleMs: 50, load });
  const socket = connect(Number(new URL(slow.url).port), "127.0.0.1");
  socket.write("GET /reports/all-books.csv HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n");
  await once(socket, "data");
  socket.pause();
  const next = async () => (await slow.get("all-books.csv", { method: "HEAD" })).status;
  expect(await next()).toBe(429);
  await expect.poll(next, { timeout: 20_000 }).toBe(200);
  socket.destroy();
});
