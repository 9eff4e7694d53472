import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ReportsUnderTest } from "../support/report-graph.js";
import { startRequested } from "../support/requested-reports.js";

let reads: number[] = [];
let graph: ReportsUnderTest;
beforeAll(async () => {
  graph = await startRequested((start) => void reads.push(start));
});
afterAll(() => graph[Symbol.asyncDispose]());

describe("parameters", () => {
  const ask = async (query: string) => {
    const response = await graph.get(`chosen.json?${query}`);
    const { errors = [] } = (await response.json()) as {
      errors?: { message: string; extensions: { argument: string } }[];
    };
    return { status: response.status, wrong: errors.map(({ extensions }) => extensions.argument), errors };
  };

  test("of every form are taken, lists by repeating them, and an empty text is none", async () => {
    const { status } = await ask("from=2&of=b1&of=b2&kind=NOVEL&since=2024-01-31&name=");
    expect(status).toBe(200);
  });

  test.each([
    ["none where one is required", "", ["from"]],
    ["one that is required, empty", "from=", ["from"]],
    ["a text for a number", "from=two", ["from"]],
    ["a number with a space", "from=%202", ["from"]],
    ["a number of another base", "from=0x2", ["from"]],
    ["a number with decimals for a whole one", "from=2.0", ["from"]],
    ["a number that no type holds", "from=99999999999999999999", ["from"]],
    ["one below its bound", "from=0", ["from"]],
    ["one above its bound", "from=10", ["from"]],
    ["two for one", "from=2&from=3", ["from"]],
    ["one that is no value of an enum", "from=2&kind=novel", ["kind"]],
    ["one that is none of a closed list", "from=2&name=B", ["name"]],
    ["a day in another form", "from=2&since=31/01/2024", ["since"]],
    ["a name that is none", "from=2&After=5", ["After"]],
    ["a variable that pages", "from=2&after=5", ["after"]],
    ["a name of every object", "from=2&__proto__=5&constructor=6", ["__proto__"]],
    ["another language", "from=2&lang=fr", ["lang"]],
    ["a byte order mark for JSON", "from=2&bom=true", ["bom"]],
    ["several", "from=x&kind=y&since=z&lang=q", ["lang", "from", "kind", "since"]],
  ])("%s: status 400 names all that are wrong and asks no department", async (_what, query, wrong) => {
    reads = [];
    expect(await ask(query)).toMatchObject({ status: 400, wrong });
    expect(reads).toEqual([]);
  });

  test("are not repeated in the errors about them", async () => {
    const { errors } = await ask("from=secret1&kind=secret2&since=secret3&name=secret4");
    expect(JSON.stringify(errors)).not.toContain("secret");
  });

  test.each([
    ["malformed percent-encoding", "from=%E1", 400],
    ["a malformed name", "%E1=1", 400],
    ["more than a URL may hold", `from=${"1".repeat(17_000)}`, 431],
    ["more values than a list may have", `from=1${"&of=a".repeat(1_001)}`, 400],
  ])("%s is refused", async (_what, query, status) => {
    expect((await graph.get(`chosen.csv?${query}`)).status).toBe(status);
  });
});
