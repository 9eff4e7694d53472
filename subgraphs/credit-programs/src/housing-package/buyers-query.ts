import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import type { RowQuery } from "@an-sinh/subgraph-kit/rows/row-query";
import { toNumber, type Sum } from "@an-sinh/subgraph-kit/sums";
import { PackageBalanceTotalEntity, PackageTotalEntity } from "./package-total.entity.js";

/** Loans of one bank to people who buy apartments in a unit. */
export interface Buyers {
  readonly unitId: string;
  readonly bank: string;
  readonly year: number;
  /** How many were paid out during the year. */
  readonly paidOut: number;
  /** How many have something outstanding at its end. */
  readonly owing: number;
}

/**
 * The loans to buyers that were paid out in units during each year up to one, and those with something outstanding at the
 * end of that one. Units null: in all units, and in the whole country.
 */
export async function readBuyers(
  context: RequestContext,
  unitIds: readonly string[] | null,
  year: number,
): Promise<Buyers[]> {
  const paidOut = context.statistics(PackageTotalEntity, "total").where("total.year <= :year", { year });
  const owing = context.statistics(PackageBalanceTotalEntity, "total").where("total.year = :year", { year });
  const [ofYears, ofLast] = await Promise.all([toBuyers(paidOut, unitIds), toBuyers(owing, unitIds)]);
  return [
    ...ofYears.map(({ loans, ...row }) => ({ ...row, paidOut: loans, owing: 0 })),
    ...ofLast.map(({ loans, ...row }) => ({ ...row, paidOut: 0, owing: loans })),
  ];
}

type Row = Pick<Buyers, "unitId" | "bank" | "year">;

async function toBuyers(
  query: RowQuery<PackageTotalEntity> | RowQuery<PackageBalanceTotalEntity>,
  unitIds: readonly string[] | null,
): Promise<(Row & { readonly loans: number })[]> {
  query
    .andWhere("total.borrowerKind = 'HOUSING_BUYER'")
    .select("total.unitId", "unitId")
    .addSelect("total.bank", "bank")
    .addSelect("total.year", "year")
    .addSelect("total.loans", "loans");
  if (unitIds) query.andWhere("total.unitId IN (:...unitIds)", { unitIds });
  const rows = await query.getRawMany<Row & { readonly loans: Sum }>();
  return rows.map((row) => ({ ...row, loans: toNumber(row.loans) }));
}
