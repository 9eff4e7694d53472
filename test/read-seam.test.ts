import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

/*
 * Access rules will stand in `context.read()` (rows) and nowhere else, so every statement of a request must go through
 * it, or through `context.statistics()` (counts and sums), which everyone may see.
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
const statementsThrough = (method: "read" | "statistics(BySql)?") =>
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

test("resolvers, services and loaders reach the database through the context only", () => {
  const around = sources.filter(
    ({ file, source }) =>
      /\.(resolver|service|loaders|reference)\.ts$/.test(file) &&
      /\.reader\b|\bDataSource\b|context\.database\b/.test(source),
  );
  expect(around.map(({ file }) => file)).toEqual([]);
});
