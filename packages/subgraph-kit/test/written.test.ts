import { noteStatement, takeWritten } from "@an-sinh/subgraph-kit/database/written";
import type { QueryRunner } from "typeorm";
import { expect, test } from "vitest";

function isWrite(sql: string): boolean {
  const runner = {} as QueryRunner;
  noteStatement(runner, sql);
  return takeWritten(runner);
}

test.each([
  "update house SET rooms = 1",
  "WITH old AS (SELECT 1) DELETE FROM house",
  "/* SELECT */ REPLACE INTO house VALUES (1)",
  "ANALYZE FORMAT=JSON UPDATE house SET rooms = 1",
  "SET STATEMENT max_statement_time = 1 FOR UPDATE house SET rooms = 1",
  "BEGIN NOT ATOMIC DELETE FROM house; END",
  "TRUNCATE house",
  "SELECTED",
])("may change an answer: %s", (sql) => expect(isWrite(sql)).toBe(true));

test.each([
  "  SELECT 1",
  "select/* */1",
  "BEGIN",
  "BEGIN IMMEDIATE TRANSACTION",
  "SET foreign_key_checks = 0",
  "SET @statement = 1",
  "ANALYZE",
  "ANALYZE TABLE house",
  "SAVEPOINT typeorm_1",
])("changes no answer: %s", (sql) => expect(isWrite(sql)).toBe(false));
