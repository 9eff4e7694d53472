import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { root } from "./support/documents.js";

/*
 * "mysql" stands for MySQL 8 and MariaDB, and the tests run on MariaDB, which takes syntax that MySQL 8 does not: here it is
 * looked for in the sources. MariaDB 10.11 cannot be asked to refuse what MySQL 8 refuses: with ONLY_FULL_GROUP_BY it takes
 * a ROW_NUMBER() in a subquery for an aggregate.
 */

/** What MariaDB 10.11 takes and MySQL 8.4 does not, with an example of each. */
const onlyMariaDb: readonly (readonly [example: string, pattern: RegExp])[] = [
  ["INSERT INTO a VALUES (1) RETURNING id", /\bRETURNING\b/],
  ["COLLATE utf8mb4_uca1400_ai_ci", /uca1400|_nopad_/i],
  ["SET STATEMENT max_statement_time = 1 FOR SELECT 1", /\bSET STATEMENT\b/i],
  ["CREATE SEQUENCE a", /\b(CREATE|ALTER|DROP) SEQUENCE\b|\bNEXTVAL\s*\(|\bNEXT VALUE FOR\b/i],
  ["CREATE TABLE a (b int) WITH SYSTEM VERSIONING", /\bSYSTEM VERSIONING\b|\bFOR SYSTEM_TIME\b/i],
  ["ALTER TABLE a ADD COLUMN IF NOT EXISTS b int", /\b(COLUMN|KEY|CONSTRAINT|PARTITION) IF (NOT )?EXISTS\b/],
  ["CREATE INDEX IF NOT EXISTS a ON b (c)", /\bINDEX IF (NOT )?EXISTS\b/i],
  ["CREATE OR REPLACE TABLE a (b int)", /\bCREATE OR REPLACE (TABLE|DATABASE|INDEX)\b/i],
  ["SELECT CAST(a AS INT)", /\bCAST\([^;]* AS (INT|INTEGER|VARCHAR|BIGINT)\b/i],
  ["SELECT a FROM b LIMIT ROWS EXAMINED 5", /\bROWS EXAMINED\b/i],
  ["SELECT a FROM b MINUS SELECT c FROM d", /\bMINUS SELECT\b/i],
  // mysql2 binds numbers as DOUBLE, which MySQL 8.0.22 and later refuse there.
  ["SELECT a FROM b LIMIT ?", /\b(LIMIT|OFFSET) (\?|:\w)/],
  ["SELECT MEDIAN(a) OVER ()", /\b(MEDIAN|PERCENTILE_CONT|PERCENTILE_DISC|NVL|NVL2|TO_CHAR|SYS_GUID)\(/],
  ["SELECT JSON_DETAILED(a)", /\bJSON_(DETAILED|COMPACT|LOOSE|QUERY|EXISTS|EQUALS|NORMALIZE)\b/i],
  ["a int PERSISTENT", /\bint PERSISTENT\b|\bAS \([^)]*\) PERSISTENT\b/i],
  ["KILL HARD 5", /\bKILL (HARD|SOFT|USER)\b/],
  ["/*M! SELECT 1 */", /\/\*M!/],
];

const isSource = (path: string) => path.endsWith(".ts") && /^[^/]+\/src\//.test(path.replaceAll("\\", "/"));
const sources = ["subgraphs", "packages"].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter(isSource)
    .map((path) => ({ path, text: readFileSync(join(root, folder, path), "utf8") })),
);

test.each(onlyMariaDb)("no source has what MySQL 8 does not take, such as: %s", (example, pattern) => {
  expect(example).toMatch(pattern);
  expect(sources.filter(({ text }) => pattern.test(text)).map(({ path }) => path)).toEqual([]);
});

test("where statements are limited in time, both servers' settings are known", () => {
  const limiting = sources.filter(({ text }) => text.includes("max_statement_time"));
  expect(limiting).toHaveLength(1);
  expect(limiting[0]?.text).toContain("max_execution_time");
});

test("every migration that makes a table or a text column for MySQL names no collation but utf8mb4_bin", () => {
  const migrations = sources.filter(({ path }) => path.includes("migrations/mysql/"));
  expect(migrations.length).toBeGreaterThan(20);
  const named = migrations.flatMap(({ text }) => text.match(/\butf8\w*_\w+/g) ?? []);
  expect(new Set(named)).toEqual(new Set(["utf8mb4_bin"]));
});
