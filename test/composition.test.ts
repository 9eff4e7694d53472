import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { describe, expect, it } from "vitest";
import { findApiChanges } from "@an-sinh/schema/breaking-changes";
import { checkSchema } from "@an-sinh/schema/check-schema";
import { composeSubgraphs } from "@an-sinh/schema/compose";
import { CompositionError } from "@an-sinh/schema/composition-error";
import { planSchema } from "@an-sinh/schema/plan-schema";
import { readSchemaFolder, writeSchemaFolder } from "@an-sinh/schema/schema-folder";
import type { SubgraphSdl } from "@an-sinh/schema/subgraph-sdl";

const books = await readSubgraphs("books-and-reviews");

async function readSubgraphs(fixture: string): Promise<SubgraphSdl[]> {
  const folder = join(import.meta.dirname, "fixtures", "composition", fixture);
  const files = (await readdir(folder)).toSorted();
  return Promise.all(
    files.map(async (file) => {
      const name = basename(file, ".graphql");
      return { name, url: `http://${name}:4001/graphql`, sdl: await readFile(join(folder, file), "utf8") };
    }),
  );
}

/** The same subgraphs after an edit of their source; the edit must find its text. */
function edited(from: string, to: string): SubgraphSdl[] {
  expect(books.map(({ sdl }) => sdl).join("\n")).toContain(from);
  return books.map((subgraph) => ({ ...subgraph, sdl: subgraph.sdl.replace(from, to) }));
}

/** The schema folder as it stands after `npm run schema`, with the given accepted breaks. */
function committedFolder(accepted?: readonly { change: string; reason: string }[]): Map<string, string> {
  const files = new Map(planSchema(books, new Map()).files);
  if (accepted) files.set("accepted-breaks.json", JSON.stringify(accepted));
  return files;
}

function compositionErrorOf(list: readonly SubgraphSdl[]): CompositionError {
  try {
    composeSubgraphs(list);
  } catch (error) {
    if (error instanceof CompositionError) return error;
    throw error;
  }
  throw new Error("Expected a CompositionError, but got: a supergraph");
}

describe("composition", () => {
  it("gives the same text whatever the order of subgraphs and definitions", () => {
    const reversed = books.toReversed().map((subgraph) => ({
      ...subgraph,
      sdl: subgraph.sdl.trim().split("\n\n").toReversed().join("\n\n"),
    }));
    expect(composeSubgraphs(reversed)).toEqual(composeSubgraphs(books));
  });

  it("shows consumers neither federation machinery nor what is inaccessible", () => {
    const { apiSdl } = composeSubgraphs(books);
    expect(apiSdl).toContain("reviews: [Review!]!");
    expect(apiSdl).not.toMatch(/stockNumber|join__|@key|_entities|inaccessible/);
  });

  it("lists every error with its code, its subgraph and the line in its file", async () => {
    const { message } = compositionErrorOf(await readSubgraphs("broken"));
    expect(message).toContain("The subgraphs do not compose: 3 errors.");
    expect(message).toContain("KEY_INVALID_FIELDS in books (schema/books.graphql:5:11)");
    expect(message).toContain("PROVIDES_INVALID_FIELDS in books (schema/books.graphql:10:19)");
    expect(message).toContain("INVALID_GRAPHQL in reviews (schema/reviews.graphql:12:10)\n    Unknown type");
  });

  it("names the subgraphs of a query that cannot be answered", () => {
    const withoutKey = edited(
      'type Book @key(fields: "id") {\n  id: ID!\n  reviews',
      "type Book {\n  id: ID! @shareable\n  reviews",
    );
    const importing = withoutKey.map((subgraph) => ({
      ...subgraph,
      sdl: subgraph.sdl.replace('"@key"', '"@key", "@shareable"'),
    }));
    expect(compositionErrorOf(importing).message).toContain("SATISFIABILITY_ERROR in books, reviews\n");
  });

  it("reports the syntax errors of all subgraphs together", () => {
    const torn = books.map((subgraph) => ({ ...subgraph, sdl: `${subgraph.sdl}\ntype {` }));
    const { message } = compositionErrorOf(torn);
    expect(message).toMatch(/GRAPHQL_PARSE_FAILED in books\n/);
    expect(message).toMatch(/GRAPHQL_PARSE_FAILED in reviews\n/);
  });
});

describe("what breaks consumers", () => {
  const promised = `
    type Query { loans(status: Status, order: Order! = NAME, filter: Filter): [Loan!]! }
    type Loan { id: ID! rate: Float! note: String }
    enum Status { OPEN CLOSED }
    enum Order { NAME }
    input Filter { unit: ID year: Int! = 2025 }`;

  it.each([
    ["a field is removed", "note: String", "", "FIELD_REMOVED: Loan.note was removed."],
    [
      "a type is changed",
      "rate: Float!",
      "rate: String!",
      "FIELD_CHANGED_KIND: Loan.rate changed type from Float! to String!.",
    ],
    [
      "an output field loses its non-null",
      "rate: Float!",
      "rate: Float",
      "FIELD_CHANGED_KIND: Loan.rate changed type from Float! to Float.",
    ],
    [
      "an argument is made required",
      "status: Status",
      "status: Status!",
      "ARG_CHANGED_KIND: Query.loans arg status has changed type from Status to Status!.",
    ],
    [
      "a required argument is added",
      "status: Status",
      "status: Status, unit: ID!",
      "REQUIRED_ARG_ADDED: A required arg unit on Query.loans was added.",
    ],
    [
      "a required argument loses its default",
      "order: Order! = NAME",
      "order: Order!",
      "ARG_MADE_REQUIRED: Query.loans arg order lost its default value and is required.",
    ],
    [
      "an input field is made required",
      "unit: ID",
      "unit: ID!",
      "FIELD_CHANGED_KIND: Filter.unit changed type from ID to ID!.",
    ],
    [
      "a required input field loses its default",
      "year: Int! = 2025",
      "year: Int!",
      "INPUT_FIELD_MADE_REQUIRED: Filter.year lost its default value and is required.",
    ],
    [
      "an enum value is removed",
      "OPEN CLOSED",
      "OPEN",
      "VALUE_REMOVED_FROM_ENUM: CLOSED was removed from enum type Status.",
    ],
  ])("%s", (_rule, from, to, change) => {
    expect(findApiChanges(promised, promised.replace(from, to)).breaking).toEqual([change]);
  });

  it.each([
    ["an output field becomes non-null", "note: String", "note: String!"],
    ["a field is added", "note: String", "note: String\nlender: String"],
    ["an argument becomes optional", "order: Order! = NAME", "order: Order = NAME"],
  ])("is not that %s", (_rule, from, to) => {
    expect(findApiChanges(promised, promised.replace(from, to)).breaking).toEqual([]);
  });

  it("is not that an enum gains a value, which is only pointed out", () => {
    const { breaking, dangerous } = findApiChanges(promised, promised.replace("CLOSED", "CLOSED FROZEN"));
    expect(breaking).toEqual([]);
    expect(dangerous).toEqual(["VALUE_ADDED_TO_ENUM: FROZEN was added to enum type Status."]);
  });
});

describe("npm run schema", () => {
  const textRemoved = edited("  text: String\n", "");
  const change = "FIELD_REMOVED: Review.text was removed.";

  it("keeps the promised API at an unlisted break, but writes the supergraph", () => {
    const plan = planSchema(textRemoved, committedFolder());
    expect([...plan.files.keys()]).toEqual(["books.graphql", "reviews.graphql", "supergraph.graphql"]);
    expect(plan.problems.join("\n")).toContain(change);
    expect(plan.problems.join("\n")).toContain(`{"change":"${change}","reason":""}`);
  });

  it("renews the promised API once the break is listed with a reason", () => {
    const plan = planSchema(textRemoved, committedFolder([{ change, reason: "Nobody may publish it." }]));
    expect(plan.problems).toEqual([]);
    expect(plan.files.get("api.graphql")).not.toContain("text");
  });

  it("refuses a break that is listed without a reason", () => {
    const { problems } = planSchema(textRemoved, committedFolder([{ change, reason: " " }]));
    expect(problems[0]).toContain("0.reason: expected why consumers may be broken, but got an empty string");
    expect(problems[1]).toContain(change);
  });

  it("says what to do when the promised API is damaged", () => {
    const damaged = committedFolder().set("api.graphql", "<<<<<<< HEAD\n");
    expect(planSchema(books, damaged).problems.join()).toContain("restore it from the last commit");
  });
});

describe("the schema folder", () => {
  it("is written so that the check has nothing to say, and without touching what is not generated", async () => {
    const folder = await mkdtemp(join(tmpdir(), "an-sinh-schema-"));
    try {
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
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});

describe("npm run schema:check", () => {
  it("has nothing to say of a folder that was just generated", () => {
    expect(checkSchema(books, committedFolder())).toEqual([]);
  });

  it("names a stale file and its first difference", () => {
    const [problem] = checkSchema(edited("stars: Int!", "stars: Float!"), committedFolder()).slice(-1);
    expect(problem).toContain(
      "schema/reviews.graphql is stale, first in line 11:\n  committed:   stars: Int!",
    );
    expect(problem).toContain("  generated:   stars: Float!");
    expect(problem).toContain("Run `npm run schema`");
  });

  it("names a missing file and the file of a subgraph that is gone", () => {
    const folder = committedFolder();
    folder.set("loans.graphql", folder.get("books.graphql") ?? "");
    folder.delete("books.graphql");
    const [problem] = checkSchema(books, folder);
    expect(problem).toContain("schema/books.graphql is missing.");
    expect(problem).toContain("schema/loans.graphql belongs to no subgraph any more.");
  });

  it("reports a break and a stale file together", () => {
    const problems = checkSchema(edited("text: String", "body: String"), committedFolder()).join("\n");
    expect(problems).toContain("FIELD_REMOVED: Review.text was removed.");
    expect(problems).toContain("schema/supergraph.graphql is stale");
    expect(problems).not.toContain("schema/api.graphql is stale");
  });
});
