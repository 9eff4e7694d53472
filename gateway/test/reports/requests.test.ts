import { anonymous, toCaller } from "@an-sinh/server/caller";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  allBooks,
  failure,
  reportDocument,
  startReports,
  type ReportsUnderTest,
} from "../support/report-graph.js";

const title = (words: string) => `title: { en: "${words}", vi: "${words}" }`;

const chosen = reportDocument(
  `parameters: [
    { name: "from", ${title("From")}, minimum: 1, maximum: 9, choices: "books" }
    { name: "of", ${title("Of")} }
    { name: "kind", ${title("Kind")} }
    { name: "since", ${title("Since")} }
    { name: "name", ${title("Name")}, values: [{ value: "A", ${title("Shelf A")} }, { value: "none", ${title("None")} }] }
  ]`,
  `query Chosen($from: Int!, $of: [ID!] = ["b1"], $kind: Kind, $since: Date, $name: String! = "A", $after: String) {
    books(from: $from, of: $of, kind: $kind, since: $since, first: 5, after: $after) {
      pageInfo { hasNextPage endCursor } edges { node { id } }
    }
    shelf(name: $name) { name }
  }`,
);
const owners = reportDocument("", `query Owners { shelf(name: "A") { name owner } }`);
const reviewed = reportDocument(
  "",
  `query Reviewed($after: String) {
    books(first: 5, after: $after) { pageInfo { hasNextPage endCursor } edges { node { id stars } } }
  }`,
);
const choices = `# @choices(value: "id", title: "title", note: ["kind", "printedOn"], values: "of")
query Books($search: Date = "2024-01-01", $of: [ID!]) {
  books(first: 2, since: $search, of: $of) { pageInfo { hasNextPage } edges { node { id title kind printedOn } } }
}`;

let reads: number[] = [];
let graph: ReportsUnderTest;
beforeAll(async () => {
  const onStars = (number: number) => {
    if (number > 5) throw failure("DATABASE_UNAVAILABLE");
  };
  graph = await startReports(
    { "all-books": allBooks, chosen, owners, reviewed, "choices/books": choices },
    { size: 12, onPage: (start) => void reads.push(start), onStars },
    {
      corsOrigins: ["https://friend.example"],
      identify: async ({ headers }) =>
        headers.authorization === undefined
          ? anonymous
          : toCaller({
              subject: "s",
              agency: null,
              scopes: String(headers.authorization).split(" ").slice(1),
              areas: [],
            }),
    },
  );
});
afterAll(() => graph[Symbol.asyncDispose]());

test("the catalog says what each report is, which parameters it takes and which scopes it needs", async () => {
  const { reports } = (await (await graph.get("")).json()) as {
    readonly reports: readonly { name: string }[];
  };
  expect(reports.map(({ name }) => name)).toEqual(["all-books", "chosen", "owners", "reviewed"]);
  const [, second, third] = reports;
  expect(second).toMatchObject({
    title: { en: "Books", vi: "Books (vi)" },
    isPaged: true,
    scopes: [],
    parameters: [
      {
        name: "from",
        type: "Int",
        isRequired: true,
        isList: false,
        minimum: 1,
        maximum: 9,
        choices: { url: "/reports/chosen/choices/from" },
      },
      { name: "of", type: "ID", isRequired: false, isList: true, default: ["b1"], choices: null },
      {
        name: "kind",
        choices: {
          values: [
            { value: "NOVEL", title: { en: "Novel", vi: "Novel" } },
            {},
            { title: { en: "Short story" } },
          ],
        },
      },
      { name: "since", type: "Date", default: null },
      { name: "name", choices: { values: [{ value: "A" }, { value: "none" }] } },
    ],
  });
  expect(third).toMatchObject({ scopes: [["owners:read"]], isPaged: false });
});

test("choices are those of given values, where these are asked for", async () => {
  const response = await graph.get("chosen/choices/from?value=b2&value=b9");
  expect(await response.json()).toEqual({ choices: [{ value: "b2", title: "Sách 2", note: "NOVEL" }] });
  const tooMany = await graph.get(`chosen/choices/from?${"value=b&".repeat(21)}`);
  expect(tooMany.status).toBe(400);
});

test("choices are the values, titles and notes of an operation", async () => {
  const response = await graph.get("chosen/choices/from?search=2024-01-01");
  expect(await response.json()).toEqual({
    choices: [
      { value: "b1", title: "Sách 1", note: "POETRY – 2024-02-29" },
      { value: "b2", title: "Sách 2", note: "NOVEL" },
    ],
  });
});

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

describe("who asks", () => {
  test("gets status 401 without a token, 403 without the scope, and the table with it", async () => {
    const as = (authorization?: string) =>
      graph.get("owners.csv", { headers: { ...(authorization !== undefined && { authorization }) } });
    const anyone = await as();
    expect([anyone.status, anyone.headers.get("www-authenticate")]).toEqual([401, "Bearer"]);
    expect(await anyone.json()).toMatchObject({
      errors: [{ extensions: { code: "UNAUTHORIZED_FIELD_OR_TYPE" } }],
    });
    expect((await as("Bearer books:read")).status).toBe(403);
    expect(await (await as("Bearer owners:read")).text()).toBe("Name,Owner\r\nA,A\r\n");
  });

  test.each<[what: string, headers: Record<string, string>, status: number]>([
    ["a page of another site", { "sec-fetch-site": "cross-site" }, 403],
    ["a page of another site that names itself", { origin: "https://evil.example" }, 403],
    [
      "a page of a site that may read answers",
      { origin: "https://friend.example", "sec-fetch-site": "cross-site" },
      200,
    ],
    ["the page of the gateway", { "sec-fetch-site": "same-origin" }, 200],
    ["the address bar", { "sec-fetch-site": "none" }, 200],
    ["a program", {}, 200],
  ])("%s: each path answers as it may", async (_what, headers, status) => {
    for (const path of ["", "all-books.csv", "chosen/choices/from?search=2024-01-01"])
      expect((await graph.get(path, { headers })).status, path).toBe(status);
  });
});

test("an answer is kept by nobody, embedded by nobody and read as nothing else", async () => {
  const { headers } = await graph.get("all-books.csv");
  expect(Object.fromEntries(headers)).toMatchObject({
    "cache-control": "no-store",
    "cross-origin-resource-policy": "same-origin",
    "x-content-type-options": "nosniff",
    "content-type": "text/csv; charset=utf-8",
  });
});

test.each([
  ["nothing.csv", 404],
  ["all-books", 404],
  ["all-books.pdf", 404],
  ["..%2Fall-books.csv", 404],
  ["chosen/choices/of", 404],
  ["nothing/choices/of", 404],
])("%s: status %i", async (path, status) => {
  const response = await graph.get(path);
  expect(response.status).toBe(status);
  expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: "NOT_FOUND" } }] });
});

test.each(["POST", "PUT", "DELETE"])("%s is refused with what is allowed", async (method) => {
  const response = await graph.get("all-books.csv", { method });
  expect([response.status, response.headers.get("allow")]).toEqual([405, "GET, HEAD, OPTIONS"]);
});

describe("a department that fails", () => {
  test("makes a JSON document with empty cells and its name, where that is asked for", async () => {
    const document = await (await graph.get("reviewed.json?partial=true")).json();
    expect(document).toMatchObject({
      isComplete: false,
      errors: [{ code: "DATABASE_UNAVAILABLE", service: "reviews", columns: ["books.stars"] }],
    });
    const { rows } = document as { readonly rows: readonly (readonly unknown[])[] };
    expect(rows.map(([, stars]) => stars)).toEqual([1, 2, 3, 4, 0, ...Array.from({ length: 7 }, () => null)]);
  });

  test("makes every other download fail", async () => {
    await expect((await graph.get("reviewed.json")).text()).rejects.toThrow("terminated");
    await expect((await graph.get("reviewed.csv")).text()).rejects.toThrow("terminated");
    expect((await graph.get("reviewed.csv?partial=true")).status).toBe(400);
  });
});
