import { identifier } from "@an-sinh/subgraph-kit/database/columns";
import { DataVersionEntity } from "@an-sinh/subgraph-kit/database/data-version.entity";
import type { Dialect } from "@an-sinh/subgraph-kit/database/database";
import { runStatements } from "@an-sinh/subgraph-kit/database/run-statements";
import { enumStub, enumType } from "@an-sinh/subgraph-kit/enum-type";
import type { SubgraphDefinition } from "@an-sinh/subgraph-kit/federation/subgraph";
import { seenByEveryone } from "@an-sinh/subgraph-kit/rows/visibility";
import { seenInTheirLocality } from "@an-sinh/territory/seen-in-areas";
import { TerritoryEntity } from "@an-sinh/territory/territory.entity";
import { Arg, Query, Resolver } from "type-graphql";
import { Column, Entity, PrimaryColumn, type MigrationInterface, type QueryRunner } from "typeorm";
import { rowsOf, startDepartment, territoryRows, type DepartmentGraph } from "./department-graph.js";

/** A house in a locality. */
@Entity("house")
export class HouseEntity {
  @PrimaryColumn({ ...identifier })
  id!: string;

  @Column({ ...identifier, name: "locality_id" })
  localityId!: string;

  @Column({ type: "int" })
  rooms!: number;
}

const entities = [...seenByEveryone(TerritoryEntity, DataVersionEntity), ...seenInTheirLocality(HouseEntity)];

class Initial1700000000000 implements MigrationInterface {
  up(runner: QueryRunner): Promise<void> {
    return runStatements(runner, [
      "CREATE TABLE house (id varchar(40) PRIMARY KEY, locality_id varchar(40) NOT NULL, rooms int NOT NULL)",
      "CREATE TABLE territory (unit_id varchar(40), locality_id varchar(40), PRIMARY KEY (unit_id, locality_id))",
      "CREATE TABLE data_version (id varchar(40) PRIMARY KEY, version bigint NOT NULL, token varchar(40) NOT NULL)",
      "INSERT INTO data_version VALUES ('data', 0, '')",
    ]);
  }

  async down(): Promise<void> {}
}

export const HouseSize = enumType("HouseSize", "How large a house is.", {
  SMALL: { vi: "Nhỏ", description: "One room." },
  LARGE: { vi: "Lớn", en: "Large house", description: "More than one room." },
});
export type HouseSize = keyof typeof HouseSize;

export const Roof = enumStub("Roof", ["TILES"]);

@Resolver()
export class HouseResolver {
  @Query(() => HouseSize)
  size(@Arg("size", () => HouseSize) size: HouseSize): HouseSize {
    return size;
  }

  @Query(() => Roof)
  roof(): string {
    return Roof.TILES;
  }
}

/** A department with the territory, one table and two enums, for tests of what all departments share. */
export const houses: SubgraphDefinition = {
  name: "houses",
  model: {
    entities,
    migrations: { sqlite: [Initial1700000000000], mysql: [Initial1700000000000] },
  },
  resolvers: [HouseResolver],
  references: {},
};

export function startHouses(
  rows: {
    readonly territory?: Readonly<Record<string, readonly string[]>>;
    readonly houses?: readonly HouseEntity[];
  },
  dialect?: Dialect,
): Promise<DepartmentGraph> {
  const tables = [territoryRows(rows.territory ?? {}), rowsOf(HouseEntity, rows.houses ?? [])];
  return startDepartment(houses, tables, dialect);
}
