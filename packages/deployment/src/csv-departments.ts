import type { CsvDepartment } from "@an-sinh/csv/command/csv-department";
import { databaseLocation, findDatabase } from "./databases.js";
import { departments } from "./departments.js";
import { databaseVariable, readDatabaseSettings } from "./env.js";

/** The departments that have CSV files, as the commands `npm run import` and `npm run export` need them. */
export async function csvDepartments(): Promise<readonly CsvDepartment[]> {
  const csv: CsvDepartment[] = [];
  for (const { name, model, totals = [], files } of departments) {
    if (!files) continue;
    const kinds = await files();
    csv.push({
      name,
      model,
      totals,
      kinds,
      databaseVariable: databaseVariable(name),
      find: () => findDatabase(readDatabaseSettings(), name),
      locate: () => databaseLocation(readDatabaseSettings(), name),
    });
  }
  return csv;
}
