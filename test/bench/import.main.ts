import { createWriteStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { once } from "node:events";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openCsv } from "@an-sinh/csv/csv/read-csv";
import { exportRows } from "@an-sinh/csv/export/export-rows";
import { importFile } from "@an-sinh/csv/import/import-file";
import { collectRejections } from "@an-sinh/csv/import/rejections";
import type { FileKind } from "@an-sinh/csv/file-kind";
import { csvDepartments } from "@an-sinh/deployment/csv-departments";
import { HouseholdEntity } from "@an-sinh/households/household/household.entity";
import { bulkInsert } from "@an-sinh/subgraph-kit/database/bulk-insert";
import type { Database } from "@an-sinh/subgraph-kit/database/database";
import { openDatabase } from "@an-sinh/subgraph-kit/database/open-database";

/*
 * How fast a file of members is imported into SQLite: new, then again with nothing changed, then exported.
 * Usage: tsx … test/bench/import.main.ts [ROWS], a million by default.
 */
const rows = Number(process.argv[2] ?? 1_000_000);
const membersPerHousehold = 4;
const wantedRate = 10_000;

const folder = await mkdtemp(join(tmpdir(), "an-sinh-bench-"));
try {
  await main();
} finally {
  await rm(folder, { recursive: true, force: true });
}

async function main(): Promise<void> {
  const households = (await csvDepartments()).find(({ name }) => name === "households");
  const kind = households?.kinds.find(({ name }) => name === "members");
  if (!households || !kind) throw new Error("Expected members of households.");
  const file = join(folder, "members.csv");
  await writeMembers(file);
  const location = { kind: "sqlite", file: join(folder, "households.sqlite") } as const;
  const database = await openDatabase({ ...households.model, location });
  await database.migrate();
  await database.write((manager) => bulkInsert(manager, HouseholdEntity, householdRows()));
  console.log(`${rows.toLocaleString("en")} members`);
  await measure("import, all new", () => importMembers(database, kind, file));
  await measure("import, nothing changed", () => importMembers(database, kind, file));
  await measure("export", () => exportRows(database, { kind, write: async () => {} }));
  console.log(`peak memory: ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MiB`);
  await database.close();
}

async function importMembers(database: Database, kind: FileKind, path: string): Promise<void> {
  const rejections = collectRejections(null);
  const file = await openCsv(path, kind.columns);
  await importFile(database, { kind, totals: [], file, rejections, isDryRun: false, isPartial: false });
  if (rejections.lines > 0) throw new Error(`Expected no rejections, but got: ${rejections.lines}`);
}

async function measure(what: string, work: () => Promise<unknown>): Promise<void> {
  const started = performance.now();
  const cpu = process.cpuUsage();
  await work();
  const seconds = (performance.now() - started) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  const rate = Math.round(rows / seconds);
  console.log(
    `${what}: ${rate.toLocaleString("en")} rows/s (${(rate / wantedRate).toFixed(1)} × the wanted rate), ${seconds.toFixed(1)} s, ${((user + system) / 1e6).toFixed(1)} s of CPU`,
  );
}

async function writeMembers(path: string): Promise<void> {
  const output = createWriteStream(path);
  output.write(
    "id,household_id,full_name,identification_number,birth_date,sex,ethnic_group,relationship_to_head,is_disabled,is_orphan,is_alive\n",
  );
  for (let index = 0; index < rows; index += 1) {
    const digits = String(index).padStart(9, "0");
    // A woman who was born in 1980.
    const number = `${String(1 + Math.floor(index / 1_000_000)).padStart(3, "0")}180${digits.slice(3)}`;
    const household = String(Math.floor(index / membersPerHousehold)).padStart(8, "0");
    const role = index % membersPerHousehold === 0 ? "HEAD" : "CHILD";
    const line = `p${digits},h${household},Nguyễn Thị Bích Hằng,${number},1980-02-1${index % 10},FEMALE,Kinh,${role},no,no,yes\n`;
    if (!output.write(line)) await once(output, "drain");
  }
  output.end();
  await once(output, "finish");
}

function* householdRows(): Iterable<HouseholdEntity> {
  for (let index = 0; index * membersPerHousehold < rows; index += 1) {
    const id = `h${String(index).padStart(8, "0")}`;
    const place = { localityId: "a", communeId: "00001@2025-07-01", isUrban: false };
    yield { id, code: id, ...place, hamlet: null, headId: null, ethnicGroup: null, livelihood: null };
  }
}
