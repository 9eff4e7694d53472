import { readArguments } from "@an-sinh/command-line/read-arguments";
import { runCommand } from "@an-sinh/command-line/run-command";
import { UsageError } from "@an-sinh/command-line/usage-error";
import type { Database } from "@an-sinh/subgraph-kit/database/database";
import { namingSetting } from "@an-sinh/subgraph-kit/database/naming-setting";
import { openExisting } from "@an-sinh/subgraph-kit/database/open-existing";
import { findTotalDifferences, type TotalDifference } from "@an-sinh/subgraph-kit/totals/check-totals";
import { rebuildTotals } from "@an-sinh/subgraph-kit/totals/recount";
import { findDatabase } from "./databases.js";
import { departments, type Department } from "./departments.js";
import { databaseVariable, readDatabaseSettings } from "./env.js";

const help = `Usage: npm run totals -- --check | --rebuild [DEPARTMENT ...]

Statistics are read from totals, which change with the rows they count.

  --check     counts all rows and names every total that differs; exit code 1 if one does
  --rebuild   counts all rows and stores the totals anew
  --help      show this

Nobody else can write into a department's database meanwhile. Ctrl-C stops it: the department at hand is left as it was.

Departments (all, if none is named):
${departments.map(({ name }) => `  ${name.padEnd(22)}${databaseVariable(name)}`).join("\n")}`;

function chosenDepartments(names: readonly string[]): readonly Department[] {
  const unknown = names.find((name) => !departments.some((department) => department.name === name));
  if (unknown !== undefined)
    throw new UsageError(`Expected ${departments.map(({ name }) => name).join(", ")}, but got: ${unknown}`);
  return departments.filter(({ name }) => names.length === 0 || names.includes(name));
}

/** Works on a department's database, and returns whether its totals are right. */
async function withDatabase(
  { name, model }: Department,
  work: (database: Database) => Promise<boolean>,
): Promise<boolean> {
  const location = findDatabase(readDatabaseSettings(), name);
  const database = await namingSetting(databaseVariable(name), openExisting({ ...model, location }));
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}

type Work = (department: Department, database: Database, signal: AbortSignal) => Promise<boolean>;

const check: Work = async ({ name, totals = [] }, database, signal) => {
  const differences = await findTotalDifferences(database, totals, signal);
  if (differences.length === 0) console.log(`${name}: all totals are what the rows give.`);
  for (const difference of differences) console.log(`${name}: ${describe(difference)}`);
  return differences.length === 0;
};

const rebuild: Work = async ({ name, totals = [] }, database, signal) => {
  await database.write((manager) => rebuildTotals(manager, totals, () => true, signal));
  console.log(`${name}: the totals were counted anew.`);
  return true;
};

/** "credit_total (unit_id 24@0, year 2024): loans is 3 too large". */
function describe({ table, key, excess }: TotalDifference): string {
  const place = Object.entries(key).map(([column, value]) => `${column} ${String(value)}`);
  const sums = Object.entries(excess).map(
    ([column, amount]) => `${column} is ${Math.abs(amount)} too ${amount > 0 ? "large" : "small"}`,
  );
  return `${table} (${place.join(", ")}): ${sums.join(", ")}`;
}

await runCommand(async (signal) => {
  const { names, values } = readArguments(process.argv.slice(2), {
    check: { type: "boolean" },
    rebuild: { type: "boolean" },
    help: { type: "boolean" },
  });
  if (values["help"]) {
    console.log(help);
    return 0;
  }
  if (values["check"] === values["rebuild"]) throw new UsageError("Expected either --check or --rebuild.");
  const work = values["check"] ? check : rebuild;
  let areRight = true;
  for (const department of chosenDepartments(names))
    areRight = (await withDatabase(department, (database) => work(department, database, signal))) && areRight;
  return areRight ? 0 : 1;
});
