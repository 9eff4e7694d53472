import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ApartmentCompletionEntity } from "@an-sinh/housing-projects/apartment-completion/apartment-completion.entity";
import { LandReservationEntity } from "@an-sinh/housing-projects/housing-statistics/land-reservation.entity";
import { LivingAreaEntity } from "@an-sinh/housing-projects/housing-statistics/living-area.entity";
import { FundingShareEntity } from "@an-sinh/housing-projects/housing-support/funding-share.entity";
import { HousingSupportEntity } from "@an-sinh/housing-projects/housing-support/housing-support.entity";
import { SocialHousingApplicationEntity } from "@an-sinh/housing-projects/social-housing-application/social-housing-application.entity";
import {
  approvalOrderOf,
  SocialHousingProjectEntity,
} from "@an-sinh/housing-projects/social-housing-project/social-housing-project.entity";
import { housingProjects } from "@an-sinh/housing-projects/subgraph";
import { bulkInsert } from "@an-sinh/subgraph-kit/database/bulk-insert";
import type { Database, Dialect } from "@an-sinh/subgraph-kit/database/database";
import { openDatabase } from "@an-sinh/subgraph-kit/database/open-database";
import type { DatabaseLocation } from "@an-sinh/subgraph-kit/database/database-url";
import { createMysqlDatabase } from "@an-sinh/subgraph-kit/database/mysql";
import { createSubgraph } from "@an-sinh/subgraph-kit/federation/subgraph";
import { TerritoryEntity } from "@an-sinh/territory/territory.entity";
import type { ExecutionResult } from "graphql";
import { inject } from "vitest";
import "../../../../test/support/prepared-databases.js";

/** MySQL too, where the test run has a server. */
export const dialects: readonly Dialect[] = inject("mysqlUrl") ? ["sqlite", "mysql"] : ["sqlite"];

/** Rows by table; what is left out of one is filled with something plausible. */
export interface HousingRows {
  /** The localities of each unit. */
  readonly territory?: Readonly<Record<string, readonly string[]>>;
  readonly projects?: readonly Partial<SocialHousingProjectEntity>[];
  readonly completions?: readonly ApartmentCompletionEntity[];
  readonly applications?: readonly Partial<SocialHousingApplicationEntity>[];
  readonly reservations?: readonly LandReservationEntity[];
  readonly livingAreas?: readonly LivingAreaEntity[];
  readonly supports?: readonly Partial<HousingSupportEntity>[];
  readonly shares?: readonly FundingShareEntity[];
}

type Data = Record<string, unknown>;

/** The subgraph in process, over a database of its own with the migrations applied. */
export interface HousingGraph {
  query(query: string, variables?: Data): Promise<ExecutionResult<Data>>;
  /** The data of an answer without errors; the failure message shows the query. */
  expectData(query: string, variables?: Data): Promise<Data>;
  /** How many SQL statements were run since the last call. */
  takeStatements(): number;
  close(): Promise<void>;
}

export async function startHousingGraph(
  dialect: Dialect,
  name: string,
  rows: HousingRows,
): Promise<HousingGraph> {
  const folder = await mkdtemp(join(tmpdir(), "an-sinh-housing-"));
  const location = await emptyLocation(dialect, folder, name);
  let statements = 0;
  const database = await openDatabase({
    ...housingProjects.model,
    location,
    onStatement: () => (statements += 1),
  });
  await database.migrate();
  await database.write(async (manager) => {
    for (const { entity, of } of tables(rows)) await bulkInsert(manager, entity, of);
  });
  statements = 0;
  const subgraph = await createSubgraph({ ...housingProjects, database });
  const query: HousingGraph["query"] = async (text, variables) => {
    const call = { requestId: "test", signal: new AbortController().signal };
    const answer = await subgraph.execute({ query: text, variables }, call);
    return JSON.parse(JSON.stringify(answer)) as ExecutionResult<Data>;
  };
  return {
    query,
    expectData: async (text, variables) => {
      const { data, errors } = await query(text, variables);
      if (errors) throw new Error(`${text}\ngave ${JSON.stringify(errors)}`);
      return data ?? {};
    },
    takeStatements: () => {
      const taken = statements;
      statements = 0;
      return taken;
    },
    close: async () => {
      if (location.kind === "mysql") await dropDatabase(database, location.url);
      await subgraph.close();
      await rm(folder, { recursive: true });
    },
  };
}

async function emptyLocation(dialect: Dialect, folder: string, name: string): Promise<DatabaseLocation> {
  if (dialect === "sqlite") return { kind: "sqlite", file: join(folder, "housing.sqlite") };
  const database = `test_${process.pid}_housing_${name}`;
  return { kind: "mysql", url: await createMysqlDatabase(inject("mysqlUrl") ?? "", database) };
}

/** A server that was given to the tests outlives them. */
async function dropDatabase(database: Database, url: string): Promise<void> {
  const name = new URL(url).pathname.slice(1);
  await database.write((manager) => manager.query(`DROP DATABASE ${name}`));
}

interface Table {
  readonly entity: new () => object;
  readonly of: readonly object[];
}

function tables(rows: HousingRows): Table[] {
  const territory = Object.entries(rows.territory ?? {}).flatMap(([unitId, localities]) =>
    localities.map((localityId) => ({ unitId, localityId })),
  );
  return [
    { entity: TerritoryEntity, of: territory },
    { entity: SocialHousingProjectEntity, of: (rows.projects ?? []).map(project) },
    { entity: ApartmentCompletionEntity, of: rows.completions ?? [] },
    { entity: SocialHousingApplicationEntity, of: (rows.applications ?? []).map(application) },
    { entity: LandReservationEntity, of: rows.reservations ?? [] },
    { entity: LivingAreaEntity, of: rows.livingAreas ?? [] },
    { entity: HousingSupportEntity, of: (rows.supports ?? []).map(support) },
    { entity: FundingShareEntity, of: rows.shares ?? [] },
  ];
}

function project(given: Partial<SocialHousingProjectEntity>, index: number): SocialHousingProjectEntity {
  const approvedOn = given.approvedOn === undefined ? "2022-03-01" : given.approvedOn;
  return {
    id: `p${index + 1}`,
    name: `Khu nhà ở xã hội ${index + 1}`,
    localityId: "here",
    communeId: "commune",
    developer: "Công ty Mẫu",
    audience: "LOW_INCOME",
    landAreaHectares: 1,
    plannedApartments: 100,
    plannedCapacityPeople: 300,
    status: "APPROVED",
    decisionNumber: null,
    approvalOrder: approvalOrderOf(approvedOn),
    ...given,
    approvedOn,
  };
}

function application(
  given: Partial<SocialHousingApplicationEntity>,
  index: number,
): SocialHousingApplicationEntity {
  return {
    id: `a${index + 1}`,
    projectId: "p1",
    personId: "person",
    householdId: "household",
    group: "WORKER",
    status: "SUBMITTED",
    submittedOn: "2024-05-01",
    decidedOn: null,
    ...given,
  };
}

function support(given: Partial<HousingSupportEntity>, index: number): HousingSupportEntity {
  return {
    id: `s${index + 1}`,
    householdId: "household",
    localityId: "here",
    program: "GREAT_SOLIDARITY",
    kind: "NEW_BUILD",
    amount: 50_000_000,
    decisionNumber: null,
    decidedOn: "2023-01-01",
    completedOn: "2023-06-01",
    ...given,
  };
}
