import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Kind, parse } from "graphql";
import { expect, test } from "vitest";

/*
 * Which rows a caller may see stands in `context.read()` and nowhere else, so every statement of a request must go through
 * it, or through `context.statistics()` (counts and sums), which everyone may see, or through `context.facts()` (what a
 * verdict rests on), which only the fields below use.
 */

const root = join(import.meta.dirname, "..");

/** The source files that answer requests: of the departments and of what they share. */
const files = ["subgraphs", "packages/territory/src", "packages/subgraph-kit/src"].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".ts") && !/(^|\/)(node_modules|dist|test|migrations)\//.test(path))
    .map((path) => `${folder}/${path}`),
);

const sources = files.map((file) => ({ file, source: readFileSync(join(root, file), "utf8") }));

/** Each use of a method of the context, with the rest of its statement. */
const statementsThrough = (method: "read" | "facts" | "statistics(BySql)?") =>
  sources.flatMap(({ file, source }) =>
    [...source.matchAll(new RegExp(`context\\s*\\.${method}\\b[^;]*`, "g"))].map(([statement]) => ({
      file,
      statement,
    })),
  );

test("both ways to read are in use", () => {
  expect(statementsThrough("read").length).toBeGreaterThan(50);
  expect(statementsThrough("statistics(BySql)?").length).toBeGreaterThan(15);
});

/** A sum for one person, household or loan tells about that one: it is no statistic. */
const perPerson = /(select|Select|groupBy)\(\s*"\w+\.(householdId|personId|borrowerId|recordId|loanId)"/;

test("read() gives rows: what begins with it counts and adds up for one person or household at most", () => {
  const aggregating = statementsThrough("read").filter(
    ({ statement }) =>
      /\b(COUNT|SUM|AVG)\(|\.(addG|g)roupBy\(|groupByUnit\(/.test(statement) && !perPerson.test(statement),
  );
  // `totalCount` of a list counts what the list would show.
  expect(aggregating.filter(({ file }) => !file.includes("/pagination/"))).toEqual([]);
});

test("statistics() gives no rows: what begins with it loads no entities and tells about no single person", () => {
  const personal = statementsThrough("statistics(BySql)?").filter(
    ({ statement }) => /\.get(Many|One)\(/.test(statement) || perPerson.test(statement),
  );
  expect(personal).toEqual([]);
});

/** Who reads what a verdict rests on, wherever it lies, and the fields that judge by it. */
const verdicts: Readonly<Record<string, readonly string[]>> = {
  "subgraphs/credit-programs/src/credit-eligibility/household-debts.loaders.ts": [
    "Household.creditEligibility",
  ],
  "subgraphs/housing-projects/src/social-housing-eligibility/social-housing-eligibility.loaders.ts": [
    "Household.socialHousingEligibility",
    "SocialHousingApplication.eligibility",
  ],
  "subgraphs/meritorious-service/src/meritorious-record/meritorious-record.loaders.ts": [
    "Household.isMeritoriousFamily",
    "Person.isChildOfWarInvalidOrMartyr",
  ],
};

/** The fields of a department for which the gateway has to ask other departments first. */
function requiringFields(department: string): string[] {
  const { definitions } = parse(readFileSync(join(root, "schema", `${department}.graphql`), "utf8"));
  return definitions.flatMap((type) =>
    type.kind === Kind.OBJECT_TYPE_DEFINITION
      ? (type.fields ?? [])
          .filter(({ directives = [] }) => directives.some(({ name }) => name.value === "requires"))
          .map((field) => `${type.name.value}.${field.name.value}`)
      : [],
  );
}

test("facts() is read for verdicts only, whose fields require something of the owner", () => {
  expect(
    statementsThrough("facts")
      .map(({ file }) => file)
      .toSorted(),
  ).toEqual(Object.keys(verdicts).toSorted());
  for (const [file, fields] of Object.entries(verdicts))
    expect(requiringFields(file.split("/")[1] ?? "")).toEqual(expect.arrayContaining([...fields]));
});

test("only the context makes queries of rows, and only queries know of areas", () => {
  const made = sources.filter(({ source }) => /new RowQuery\(/.test(source)).map(({ file }) => file);
  expect(made).toEqual([
    "packages/subgraph-kit/src/context.ts",
    "packages/subgraph-kit/src/rows/row-query.ts",
  ]);
  const naming = sources
    .filter(({ source }) => /callersAreas|areasParameter/.test(source))
    .map(({ file }) => file);
  expect(naming).toEqual([
    "packages/territory/src/seen-in-areas.ts",
    "packages/subgraph-kit/src/rows/row-query.ts",
    "packages/subgraph-kit/src/rows/visibility.ts",
  ]);
});

test("resolvers, services and loaders reach the database through the context only", () => {
  const around = sources.filter(
    ({ file, source }) =>
      /\.(resolver|service|loaders|reference)\.ts$/.test(file) &&
      /\.reader\b|\bDataSource\b|context\.database\b|new RequestContext\b|\bdeclareVisibility\b/.test(source),
  );
  expect(around.map(({ file }) => file)).toEqual([]);
});
