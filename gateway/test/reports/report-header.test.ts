import { expect, test } from "vitest";
import { readHeader } from "../../src/reports/report-header.js";

const title = `title: { en: "Books", vi: "Sách" }`;
const description = `description: { en: "All books", vi: "Mọi sách" }`;

const documentWith = (...lines: readonly string[]) =>
  [
    "# What is said of books.",
    "#",
    ...lines.map((line) => `# ${line}`),
    "query Books { books { title } }",
  ].join("\n");

test("a header in the comment above an operation is read, with what it leaves out", () => {
  const header = readHeader(
    documentWith(
      "@report(",
      `  ${title}`,
      `  ${description}`,
      `  parameters: [{ name: "year", title: { en: "Year", vi: "Năm" }, minimum: 2000 }] # of the print`,
      `  charts: [{ kind: BAR, x: "title", y: ["pages (all)"] }]`,
      ")",
      "This is prose again: (see @report below).",
    ),
    "books.graphql",
  );
  expect(header).toEqual({
    kind: "report",
    report: {
      title: { en: "Books", vi: "Sách" },
      description: { en: "All books", vi: "Mọi sách" },
      parameters: [{ name: "year", title: { en: "Year", vi: "Năm" }, minimum: 2000 }],
      columns: [],
      only: [],
      charts: [{ kind: "BAR", x: "title", y: ["pages (all)"], sum: false }],
    },
  });
});

test("a header of choices says which columns are the value, the title and the note", () => {
  const text = documentWith(`@choices(value: "id", title: "name", note: "from")`);
  expect(readHeader(text, "units.graphql")).toEqual({
    kind: "choices",
    choices: { value: "id", title: "name", note: ["from"] },
  });
});

test.each([
  ["no header", documentWith("@reports are elsewhere")],
  ["a document without comments", "{ books { title } }"],
  ["an empty file", ""],
])("%s makes no report", (_what, text) => {
  expect(readHeader(text, "books.graphql")).toBeUndefined();
});

test.each<[what: string, lines: readonly string[], message: RegExp]>([
  [
    "without a title",
    ["@report(", `  ${description}`, ")"],
    /^b:3: .*argument "title" of type "Title!" is required/,
  ],
  ["with one language", ["@report(", `  title: { en: "a" }`, `  ${description}`, ")"], /^b:4: .*"Title.vi"/],
  [
    "with a field that is none",
    ["@report(", `  ${title}`, `  ${description}`, "  maps: 1", ")"],
    /^b:6: Unknown argument "maps"/,
  ],
  [
    "with a kind of chart that is none",
    [`@report(${title} ${description}`, `charts: [{ kind: PIE, x: "a", y: ["b"] }])`],
    /^b:4: Value "PIE" does not exist/,
  ],
  [
    "with a number in place of a text",
    [`@report(${title}`, "description: 5)"],
    /^b:4: Expected value of type "Title!", found 5/,
  ],
  [
    "with a field twice",
    [`@report(${title} ${description}`, `${title})`],
    /^b:\d: There can be only one argument named "title"/,
  ],
  ["that does not end", ["@report(", `  ${title}`], /^b:3: expected "\)" at the end of the header/],
  [
    "with a text that does not end",
    ["@report(", `  title: { en: "a`, ")"],
    /^b:4: Syntax Error: Unterminated string/,
  ],
  ["with a sign that is none", ["@report(", "  title: ?", ")"], /^b:4: Syntax Error/],
  ["without parentheses", ["@report"], /^b:3: /],
  [
    "with a second one",
    [`@report(${title} ${description})`, `@choices(value: "a", title: "b")`],
    /^b:4: expected one header/,
  ],
  ["with variables", [`@report(${title}`, "description: $a)"], /^b:\d: /],
])("a header %s names the line and what was expected", (_what, lines, message) => {
  expect(() => readHeader(documentWith(...lines), "b")).toThrow(message);
});
