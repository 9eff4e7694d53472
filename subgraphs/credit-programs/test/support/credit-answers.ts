import type { DepartmentClient } from "../../../../test/support/department-graph.js";
import { years } from "./generated-loans.js";

export interface Owed {
  readonly loans: number | null;
  readonly households: number | null;
  readonly outstanding: number | null;
  readonly overdue: number | null;
}

export interface Lent {
  readonly loans: number | null;
  readonly disbursed: number | null;
}

export interface OfProgram {
  readonly program: { readonly id: string };
}

export interface Program extends OfProgram, Omit<Owed, "loans"> {
  readonly borrowers: number | null;
  readonly disbursedLoans: number | null;
  readonly disbursed: number | null;
}

export interface Buyers {
  readonly loans: number | null;
  readonly drawn: number | null;
  readonly drawnDuringYear: number | null;
  readonly outstanding: number | null;
}

/** What is said of a unit in a year. */
export interface Answer {
  readonly credit: {
    readonly disbursed: number | null;
    readonly outstanding: number | null;
    readonly overdue: number | null;
    readonly borrowingHouseholds: number | null;
    readonly programs: readonly Program[];
  };
  readonly debts: {
    readonly total: Owed;
    readonly byStatus: readonly (Owed & { readonly status: string })[];
    readonly byEntrustedOrganization: readonly (Owed & { readonly entrustedOrganization: string | null })[];
    readonly byTransactionOffice: readonly (Owed & {
      readonly transactionOffice: { readonly name: string; readonly debts: Owed };
    })[];
  };
  readonly housingPackage: {
    readonly buyers: Buyers;
    readonly total: Buyers;
    readonly byBank: readonly { readonly bank: string; readonly buyers: Buyers }[];
  };
  /** Until each year from this one on. */
  readonly until: readonly (Lent & { readonly programs: readonly (Lent & OfProgram)[] })[];
}

const owedFields = "loans households outstanding overdue";
const buyersFields = "loans drawn drawnDuringYear outstanding";
const selectionOf = (year: number) => `
  credit(year: ${year}) { disbursed outstanding overdue borrowingHouseholds programs {
    program { id } borrowers households outstanding overdue disbursedLoans disbursed } }
  debts(year: ${year}) { total { ${owedFields} } byStatus { status ${owedFields} }
    byEntrustedOrganization { entrustedOrganization ${owedFields} } byTransactionOffice {
      transactionOffice { name debts(year: ${year}) { ${owedFields} } } ${owedFields} } }
  housingPackage(year: ${year}) {
    buyers { ${buyersFields} } total { ${buyersFields} } byBank { bank buyers { ${buyersFields} } } }
  ${years
    .filter((to) => to >= year)
    .map(
      (to) => `until${to}: creditOverYears(fromYear: ${year}, toYear: ${to}) {
        loans disbursed programs { program { id } loans disbursed } }`,
    )
    .join("")}`;

/** The answers about units by year. */
export type Answers = ReadonlyMap<string, ReadonlyMap<number, Answer>>;

export async function ask(client: DepartmentClient, asked: readonly string[]): Promise<Answers> {
  const byYear = new Map<number, readonly Answer[]>();
  for (const year of years) {
    const found = await client.expectEntities<Answer & Readonly<Record<string, Answer["until"][0]>>>(
      "AdministrativeUnit",
      asked.map((id) => ({ id })),
      selectionOf(year),
    );
    byYear.set(
      year,
      found.map((answer) => ({
        ...answer,
        until: years.flatMap((to) => answer[`until${to}`] ?? []),
      })),
    );
  }
  return new Map(
    asked.map((id, index) => [
      id,
      new Map(years.flatMap((year) => [byYear.get(year)?.[index]].map((answer) => [year, answer as Answer]))),
    ]),
  );
}
