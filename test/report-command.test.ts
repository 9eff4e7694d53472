import { once } from "node:events";
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import {
  allBooks,
  failure,
  startReports,
  type ReportsUnderTest,
} from "../gateway/test/support/report-graph.js";
import { startProgram } from "./support/program.js";

let graph: ReportsUnderTest;
let onPage: (start: number) => void | Promise<void> = () => {};
let folder: string;
beforeAll(async () => {
  graph = await startReports({ "all-books": allBooks }, { size: 50, onPage: (start) => onPage(start) });
});
afterAll(() => graph[Symbol.asyncDispose]());
beforeEach(() => {
  onPage = () => {};
  folder = mkdtempSync(join(tmpdir(), "report-"));
  return () => rmSync(folder, { recursive: true });
});

const command = (name: string, file: string, ...more: readonly string[]) => {
  const args = [name, "--output", join(folder, file), ...more];
  return startProgram("packages/deployment/dist/report.main.js", { INIT_CWD: folder }, [
    ...args,
    "--url",
    graph.url,
  ]);
};

test("a report is written whole, for its user only, in the place of an earlier one, and a schedule hears nothing", async () => {
  const file = join(folder, "books.csv");
  writeFileSync(file, "an earlier report");
  await using program = command("all-books", "books.csv", "--kind", "NOVEL", "--lang", "vi");
  expect(await program.ended()).toBe(0);
  expect(program.output()).toBe("");
  expect(readFileSync(file, "utf8")).toBe(await (await graph.get("all-books.csv?kind=NOVEL&lang=vi")).text());
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(readdirSync(folder)).toEqual(["books.csv"]);
});

test("of a report that fails in the middle nothing is written, and an earlier one stays", async () => {
  onPage = (start) => {
    if (start === 20) throw failure("DATABASE_UNAVAILABLE");
  };
  writeFileSync(join(folder, "books.xlsx"), "an earlier report");
  await using program = command("all-books", "books.xlsx");
  expect(await program.ended()).toBe(1);
  expect(program.output()).toContain("The gateway cut the download");
  expect(readdirSync(folder)).toEqual(["books.xlsx"]);
  expect(readFileSync(join(folder, "books.xlsx"), "utf8")).toBe("an earlier report");
});

test("Ctrl-C leaves nothing of what was written", async () => {
  let reached = () => {};
  const isReached = new Promise<void>((resolve) => (reached = resolve));
  let letGo = () => {};
  const held = new Promise<void>((resolve) => (letGo = resolve));
  onPage = (start) => {
    if (start !== 20) return undefined;
    reached();
    return held;
  };
  await using program = command("all-books", "books.csv");
  await isReached;
  program.kill("SIGINT");
  expect(await program.ended()).toBe(130);
  letGo();
  expect(program.output()).toContain("Stopped. Nothing was written.");
  expect(readdirSync(folder)).toEqual([]);
});

test.each<[what: string, name: string, more: readonly string[], message: string]>([
  ["an option twice", "all-books", ["--format", "csv", "--format", "json"], "--format: expected it once"],
  [
    "wrong parameters",
    "all-books",
    ["--kind", "x", "--color", "y"],
    "The parameter kind is wrong: expected one of",
  ],
  ["an unknown report", "nothing", [], "Expected the name of a report: GET /reports lists them."],
  ["a format that is none", "all-books", ["--format", "pdf"], "--format: expected csv, xlsx, json"],
  ["a purpose that is no header", "all-books", ["--purpose", "Kiểm tra"], "--purpose: expected letters"],
])("%s: the message says what was expected, and nothing is written", async (_what, name, more, message) => {
  await using program = command(name, "books.json", ...more);
  expect(await program.ended()).toBe(1);
  expect(program.output()).toContain(message);
  expect(readdirSync(folder)).toEqual([]);
});

test("where no gateway answers, the message says how to start or name one", async () => {
  const args = ["all-books", "--output", join(folder, "books.csv"), "--url", "http://127.0.0.1:9"];
  await using program = startProgram("packages/deployment/dist/report.main.js", {}, args);
  expect(await program.ended()).toBe(1);
  expect(program.output()).toContain("No gateway answers at http://127.0.0.1:9. Start one with npm start");
});

test.each([
  ["http://user:word@127.0.0.1:9", "--url: expected an http or https URL without user, password and query"],
  ["http://127.0.0.1:9/?a=b", "--url: expected an http or https URL without user, password and query"],
  ["ftp://127.0.0.1", "--url: expected an http or https URL"],
])("%s is no URL of a gateway", async (url, message) => {
  const args = ["all-books", "--output", join(folder, "books.csv"), "--url", url];
  await using program = startProgram("packages/deployment/dist/report.main.js", {}, args);
  expect(await program.ended()).toBe(1);
  expect(program.output()).toContain(message);
});

test("a token that is none is told before anybody is asked", async () => {
  const file = join(folder, "token");
  writeFileSync(file, "one\ntwo");
  await using program = command("all-books", "books.csv", "--token-file", file);
  expect(await program.ended()).toBe(1);
  expect(program.output()).toContain("--token-file: expected a token.");
});

test("another server is no gateway, gives the terminal no orders, and leads nowhere else", async () => {
  const message = "\u001b[2Jgone\u0007";
  const server = createServer(({ url }, response) => {
    if (url?.includes("moved")) return void response.writeHead(302, { location: graph.url }).end();
    response
      .writeHead(400, { "content-type": "application/json" })
      .end(JSON.stringify({ errors: [{ message }] }));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const ask = async (name: string) => {
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const args = [name, "--output", join(folder, "a.csv"), "--url", url];
    await using program = startProgram("packages/deployment/dist/report.main.js", {}, args);
    expect(await program.ended()).toBe(1);
    return program.output();
  };
  expect(await ask("orders")).toContain(" [2Jgone ");
  expect(await ask("moved")).toContain("has not made the report (status 302)");
  server.close();
});

test("where the file cannot be written, no gateway is asked", async () => {
  let pages = 0;
  onPage = () => void (pages += 1);
  await using program = command("all-books", "no-such-folder/books.csv");
  expect(await program.ended()).toBe(1);
  expect(program.output()).toContain("books.csv cannot be written: is there such a folder");
  expect(pages).toBe(0);
});

test("a file may have the longest name that a folder takes", async () => {
  const name = `${"b".repeat(251)}.csv`;
  await using program = command("all-books", name);
  expect(await program.ended(), program.output()).toBe(0);
  expect(readdirSync(folder)).toEqual([name]);
});

test("a link is not followed, and what it names stays as it is", async () => {
  const [own, link] = [join(folder, "own.csv"), join(folder, "books.csv")];
  writeFileSync(own, "own");
  symlinkSync(own, link);
  await using program = command("all-books", "books.csv");
  expect(await program.ended()).toBe(1);
  expect(readFileSync(own, "utf8")).toBe("own");
  expect(existsSync(link)).toBe(true);
});
