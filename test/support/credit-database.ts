import { creditProgramsModel } from "@an-sinh/credit-programs/database";
import type { Database } from "@an-sinh/subgraph-kit/database/database";
import { openDatabase } from "@an-sinh/subgraph-kit/database/open-database";
import { inject } from "vitest";
import "./prepared-databases.js";

/** The credit department's database with the sample, in the dialect of the vitest project that runs the test. */
export function openCreditDatabase(): Promise<Database> {
  const dialect = process.env["TEST_DIALECT"] === "mysql" ? "mysql" : "sqlite";
  const location = new Map(inject("locations")[dialect]).get("credit-programs");
  if (!location) throw new Error(`Expected a prepared database for ${dialect}.`);
  return openDatabase({ ...creditProgramsModel, location });
}

/** A table with the units in which its rows lie, in SQL. */
export const inUnits = (table: string): string =>
  `${table} JOIN territory ON territory.locality_id = ${table}.locality_id`;
