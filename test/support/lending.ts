import { identifier } from "@an-sinh/subgraph-kit/database/columns";
import { DataVersionEntity } from "@an-sinh/subgraph-kit/database/data-version.entity";
import type { DatabaseModel } from "@an-sinh/subgraph-kit/database/database";
import { recountOutdated } from "@an-sinh/subgraph-kit/totals/recount-outdated";
import { byProperty, defineTotals, type Places } from "@an-sinh/subgraph-kit/totals/totals";
import { TotalsVersionEntity } from "@an-sinh/subgraph-kit/totals/totals-version.entity";
import { Column, Entity, PrimaryColumn, type MigrationInterface, type QueryRunner } from "typeorm";

@Entity("loan")
export class LoanEntity {
  @PrimaryColumn({ ...identifier })
  id!: string;

  @Column({ ...identifier, name: "household_id", nullable: true })
  householdId!: string | null;

  @Column({ ...identifier, name: "locality_id" })
  localityId!: string;

  @Column({ ...identifier, name: "bank_id", nullable: true })
  bankId!: string | null;

  @Column({ type: "int" })
  year!: number;

  @Column({ type: "int" })
  amount!: number;
}

/** What one fund gave of a loan. */
@Entity("loan_share")
export class LoanShareEntity {
  @PrimaryColumn({ ...identifier, name: "loan_id" })
  loanId!: string;

  @PrimaryColumn({ ...identifier })
  fund!: string;

  @Column({ type: "int" })
  amount!: number;
}

@Entity("unit_total")
export class UnitTotalEntity {
  @PrimaryColumn({ ...identifier, name: "unit_id" })
  unitId!: string;

  @PrimaryColumn({ type: "int" })
  year!: number;

  @Column({ type: "int" })
  loans!: number;

  @Column({ type: "int" })
  households!: number;
}

@Entity("bank_total")
class BankTotalEntity {
  @PrimaryColumn({ ...identifier, name: "bank_id" })
  bankId!: string;

  @Column({ type: "int" })
  amount!: number;
}

@Entity("fund_total")
class FundTotalEntity {
  @PrimaryColumn({ ...identifier, name: "unit_id" })
  unitId!: string;

  @PrimaryColumn({ type: "int" })
  year!: number;

  @PrimaryColumn({ ...identifier })
  fund!: string;

  @Column({ type: "int" })
  amount!: number;
}

/** Localities "a" and "b" lie in the unit "ab", and so on. Each is a unit too. */
const units: Places = {
  property: "localityId",
  key: "unitId",
  dependsOn: [],
  find: async (_, localities) =>
    new Map(localities.map((id) => [id, id < "c" ? [id, "ab", "all"] : [id, "cd", "all"]])),
};

const ofUnits = { entity: UnitTotalEntity, counted: LoanEntity, places: units, version: 1 } as const;

const unitTotals = [
  defineTotals<LoanEntity, UnitTotalEntity>({
    ...ofUnits,
    count: (loans, add) => {
      for (const { year } of loans) add({ year, loans: 1 });
    },
  }),
  defineTotals<Pick<LoanEntity, "householdId" | "year">, UnitTotalEntity>({
    ...ofUnits,
    subject: "householdId",
    reads: ["year"],
    count: (loans, add) => {
      const [first] = loans;
      if (first?.householdId == null) return;
      for (const year of new Set(loans.map((loan) => loan.year))) add({ year, households: 1 });
    },
  }),
];

const bankTotals = defineTotals<LoanEntity, BankTotalEntity>({
  entity: BankTotalEntity,
  counted: LoanEntity,
  places: byProperty("bankId"),
  version: 1,
  count: (loans, add) => {
    for (const { amount } of loans) add({ amount });
  },
});

interface LoanWithShares extends LoanEntity {
  readonly shares: readonly LoanShareEntity[];
}

const fundTotals = defineTotals<LoanWithShares, FundTotalEntity>({
  entity: FundTotalEntity,
  counted: LoanEntity,
  details: { entity: LoanShareEntity, owner: "loanId", property: "shares" },
  places: units,
  reads: ["year"],
  version: 1,
  count: (loans, add) => {
    for (const { year, shares } of loans) for (const { fund, amount } of shares) add({ year, fund, amount });
  },
});

export const lendingTotals = [...unitTotals, bankTotals, fundTotals];

class Initial1700000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const table of [
      "loan (id varchar PRIMARY KEY, household_id varchar, locality_id varchar NOT NULL, bank_id varchar, year int NOT NULL, amount int NOT NULL)",
      "loan_share (loan_id varchar, fund varchar, amount int NOT NULL, PRIMARY KEY (loan_id, fund))",
      "fund_total (unit_id varchar, year int, fund varchar, amount int NOT NULL, PRIMARY KEY (unit_id, year, fund))",
      "unit_total (unit_id varchar, year int, loans int NOT NULL, households int NOT NULL, PRIMARY KEY (unit_id, year))",
      "bank_total (bank_id varchar PRIMARY KEY, amount int NOT NULL)",
      "totals_version (name varchar PRIMARY KEY, version int NOT NULL)",
      "data_version (id varchar PRIMARY KEY, version bigint NOT NULL, token varchar NOT NULL)",
    ])
      await runner.query(`CREATE TABLE ${table}`);
    await runner.query("INSERT INTO data_version VALUES ('data', 0, '')");
  }
  async down(): Promise<void> {}
}

export const lendingModel: DatabaseModel = {
  entities: [
    LoanEntity,
    LoanShareEntity,
    UnitTotalEntity,
    BankTotalEntity,
    FundTotalEntity,
    DataVersionEntity,
    TotalsVersionEntity,
  ],
  migrations: { sqlite: [Initial1700000000000], mysql: [] },
  afterMigrations: (database) => recountOutdated(database, lendingTotals),
};
