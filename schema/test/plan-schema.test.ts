import { describe, expect, it } from "vitest";
import { planSchema } from "@an-sinh/schema/plan-schema";
import { books, committedFolder, edited, readSubgraphs } from "./support/subgraphs.js";

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

  it("writes the SDLs but neither supergraph nor API when the subgraphs do not compose", async () => {
    const plan = planSchema(await readSubgraphs("broken"), committedFolder());
    expect([...plan.files.keys()]).toEqual(["books.graphql", "reviews.graphql"]);
    expect(plan.problems).toEqual([expect.stringContaining("The subgraphs do not compose: 3 errors.")]);
  });

  it("reports bad accepted breaks and a composition error together", async () => {
    const folder = committedFolder().set("accepted-breaks.json", "{");
    expect(planSchema(await readSubgraphs("broken"), folder).problems).toEqual([
      expect.stringContaining("accepted-breaks.json is not JSON"),
      expect.stringContaining("do not compose"),
    ]);
  });

  it("warns of what breaks nobody's query but may surprise a client", () => {
    const plan = planSchema(edited("books(first: Int! = 20)", "books(first: Int! = 10)"), committedFolder());
    expect(plan.problems).toEqual([]);
    expect(plan.warnings).toEqual([
      expect.stringContaining("may surprise consumers: ARG_DEFAULT_VALUE_CHANGE"),
    ]);
  });

  const withAges = (ages: readonly string[]) =>
    ["shop", "depot"].map((name, index) => ({
      name,
      url: `http://${name}/graphql`,
      sdl: `
        extend schema
          @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@composeDirective"])
          @link(url: "https://an-sinh.example/specs/cacheControl/v1.0", import: ["@cacheControl"])
          @composeDirective(name: "@cacheControl")
        directive @cacheControl(maxAge: Int) on OBJECT
        type Query { ${name}: Lamp }
        type Lamp @key(fields: "id") ${ages[index]} { id: ID! }`,
    }));

  it("refuses two subgraphs that say otherwise how long something may be kept", () => {
    const problemsOf = (...ages: string[]) =>
      planSchema(withAges(ages), new Map()).problems.filter((problem) => problem.includes("cacheControl"));
    expect(problemsOf("@cacheControl(maxAge: 60)", "@cacheControl(maxAge: 0)")).toEqual([
      expect.stringMatching(/directive @cacheControl is applied to "Lamp".*say it in one of them only/),
    ]);
    expect(problemsOf("@cacheControl(maxAge: 60)", "@cacheControl(maxAge: 60)")).toEqual([]);
    expect(problemsOf("@cacheControl(maxAge: 60)", "")).toEqual([]);
  });

  it("warns where composition finds the subgraphs inconsistent", () => {
    const described = books.map(({ name, url, sdl }) => ({
      name,
      url,
      sdl: sdl.replace(/(".*"\n)?type Book /, `"A book as ${name} sees it."\ntype Book `),
    }));
    expect(planSchema(described, committedFolder()).warnings).toEqual([
      expect.stringMatching(/^INCONSISTENT_DESCRIPTION: /),
    ]);
  });
});
