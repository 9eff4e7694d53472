import { defineLoader, groupByKey } from "@an-sinh/subgraph-kit/batching";
import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import type { Period } from "@an-sinh/subgraph-kit/period-args";
import type { RowQuery } from "@an-sinh/subgraph-kit/rows/row-query";
import { toNumber, type Sum } from "@an-sinh/subgraph-kit/sums";
import type { Cell } from "@an-sinh/territory/small-cells/cells";
import { defineCells, withheldCells } from "@an-sinh/territory/small-cells/withheld-cells";
import { AssistedPeopleTotalEntity } from "./totals/assisted-people-total.entity.js";
import { GrantedTotalEntity } from "./totals/granted-total.entity.js";
import { ReportedTotalEntity } from "./totals/reported-total.entity.js";

/** How many recipients of one kind a program had in each of some years. */
interface Received extends Period {
  readonly unitId: string;
  readonly programCode: string;
  /** What is counted: numbers of different kinds are not added. */
  readonly kind: string;
  readonly count: number;
}

/** All that programs gave in each unit. */
const receivedInUnit = defineLoader<Received[]>(async (unitIds, context) => {
  const parts = [receivedByHouseholds, receivedByPeople, receivedInFigures];
  const rows = await Promise.all(parts.map((part) => part(context, unitIds)));
  return groupByKey(unitIds, rows.flat(), ({ unitId }) => unitId);
});

const receivedByHouseholds = async (context: RequestContext, unitIds: readonly string[]) => {
  const totals = sumByYears(context.aside(context.statistics(GrantedTotalEntity, "total")), unitIds)
    .addSelect("SUM(total.households)", "households")
    .addSelect("SUM(total.recipientHouseholds)", "recipientHouseholds");
  const rows = await totals.getRawMany<Omit<Received, "kind" | "count"> & Record<Counted, Sum>>();
  return rows.flatMap(({ households, recipientHouseholds, ...row }): Received[] => [
    { ...row, kind: "households", count: toNumber(households) },
    { ...row, kind: "HOUSEHOLDS", count: toNumber(recipientHouseholds) },
  ]);
};

type Counted = "households" | "recipientHouseholds";

const receivedByPeople = async (context: RequestContext, unitIds: readonly string[]) => {
  const totals = sumByYears(context.aside(context.statistics(AssistedPeopleTotalEntity, "total")), unitIds);
  const rows = await totals
    .addSelect("SUM(total.people)", "count")
    .getRawMany<Omit<Received, "kind" | "count"> & { readonly count: Sum }>();
  return rows.map((row): Received => ({ ...row, kind: "PEOPLE", count: toNumber(row.count) }));
};

/** The runs of a subject leave no year out and do not overlap: it counts once in each of their years. */
const sumByYears = <Total extends object>(totals: RowQuery<Total>, unitIds: readonly string[]) =>
  totals
    .select("total.unitId", "unitId")
    .addSelect("total.programCode", "programCode")
    .addSelect("total.fromYear", "fromYear")
    .addSelect("total.toYear", "toYear")
    .where("total.unitId IN (:...unitIds)", { unitIds })
    .groupBy("total.unitId")
    .addGroupBy("total.programCode")
    .addGroupBy("total.fromYear")
    .addGroupBy("total.toYear");

const receivedInFigures = async (context: RequestContext, unitIds: readonly string[]) => {
  const rows = await context
    .aside(context.statistics(ReportedTotalEntity, "total"))
    .select("total.unitId", "unitId")
    .addSelect("total.programCode", "programCode")
    .addSelect("total.year", "fromYear")
    .addSelect("total.year", "toYear")
    .addSelect("total.recipientUnit", "kind")
    .addSelect("total.recipients", "count")
    .where("total.unitId IN (:...unitIds)", { unitIds })
    .getRawMany<Received>();
  return rows.flatMap((row) => (row.kind === "HOUSEHOLDS" ? [row, { ...row, kind: "households" }] : [row]));
};

/** The recipients of each program in a year. */
const assistanceCells = defineCells<{ readonly year: number }>({
  scope: "households:read",
  read: async (context, unitIds, { year }) => {
    const received = await context.loadAll(receivedInUnit, unitIds);
    return received.flatMap((ofUnit, index) =>
      cellsOf(
        unitIds[index] ?? "",
        ofUnit.filter(({ fromYear, toYear }) => fromYear <= year && year <= toYear),
      ),
    );
  },
});

/** An enterprise is nobody: its number is shown. */
const kinds = ["households", "HOUSEHOLDS", "PEOPLE", "BUSINESS_HOUSEHOLDS"];

function cellsOf(unitId: string, received: readonly Received[]): Cell[] {
  const codes = [...new Set(received.map(({ programCode }) => programCode))];
  return codes.map((cell) => {
    const ofProgram = received.filter(({ programCode }) => programCode === cell);
    const countOf = (wanted: string) =>
      ofProgram.reduce((sum, { kind, count }) => (kind === wanted ? sum + count : sum), 0);
    return { unitId, cell, counts: kinds.map(countOf) };
  });
}

/** The programs whose numbers of a period are withheld in a unit: else a year's would follow from those of two periods. */
export async function withheldPrograms(
  context: RequestContext,
  unitId: string,
  { fromYear, toYear }: Period,
): Promise<ReadonlySet<string>> {
  const years = Array.from({ length: toYear - fromYear + 1 }, (_, index) => fromYear + index);
  const found = await Promise.all(
    years.map((year) => withheldCells(context, assistanceCells, unitId, { year })),
  );
  return new Set(found.flatMap((programs) => [...programs]));
}
