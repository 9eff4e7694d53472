import type { ToldNumber } from "../../../../test/support/follows.js";
import type { GeneratedProvince } from "../../../../test/support/generated-provinces.js";
import type { Answer, Buyers, OfProgram, Owed } from "./credit-answers.js";
import {
  banks,
  housingPackage,
  offices,
  organizations,
  policyPrograms,
  statuses,
  years,
} from "./generated-loans.js";
import { dividedBy, numbersBy, plus, sumOf, type Terms } from "./terms.js";

/** A number that is said of a unit or of its province, as a sum of what is counted in each of its places. */
type Said = readonly [name: string, value: number | null, terms: Terms, of?: "province"];

/** What is owed and overdue in one place: by program, and the same by other properties. */
const owedBy = {
  PROGRAM: numbersBy("owed", policyPrograms),
  bank: numbersBy("owed", banks),
};
const allOwed = sumOf(owedBy.PROGRAM.values());
const toBuyers = sumOf(owedBy.bank.values());
const byStatus = dividedBy("owed", statuses, allOwed);
const byOrganization = dividedBy("owed", organizations, allOwed);
const byOffice = dividedBy("owed", offices, allOwed);
/** All that is owed on overdue loans is overdue. */
const lateStatus = new Map<string, Terms>([
  ["OVERDUE", byStatus.get("OVERDUE") ?? {}],
  ["PARTLY_OVERDUE", { "overdue in part": 1 }],
]);
const allOverdue = sumOf(lateStatus.values());
const overdueByProgram = dividedBy("overdue", policyPrograms, allOverdue);
const overdueByOrganization = dividedBy("overdue", organizations, allOverdue);
const overdueByOffice = dividedBy("overdue", offices, allOverdue);

const nothing: Owed = { loans: 0, households: 0, outstanding: 0, overdue: 0 };

export function owedIn({ credit, debts, housingPackage: package_ }: Answer): Said[] {
  const said = (
    name: string,
    of: Pick<Owed, "outstanding" | "overdue">,
    terms: Terms,
    overdue: Terms,
  ): Said[] => [
    [`${name} owed`, of.outstanding, terms],
    // Of a status that is not late nothing is overdue, as everyone knows.
    ...(Object.keys(overdue).length > 0 ? [[`${name} overdue`, of.overdue, overdue] as const] : []),
  ];
  const by = <Entry extends Pick<Owed, "outstanding" | "overdue">>(
    entries: readonly Entry[],
    nameOf: (entry: Entry) => string,
    terms: ReadonlyMap<string, Terms>,
    overdue: ReadonlyMap<string, Terms>,
  ) =>
    [...terms].flatMap(([name, ofPart]) =>
      said(name, entries.find((entry) => nameOf(entry) === name) ?? nothing, ofPart, overdue.get(name) ?? {}),
    );
  const lending = credit.programs.find(({ program }) => program.id === housingPackage) ?? nothing;
  return [
    ...said("all lenders", credit, plus(allOwed, toBuyers), allOverdue),
    ...said("debts", debts.total, allOwed, allOverdue),
    ...by(credit.programs, ({ program }) => program.id, owedBy.PROGRAM, overdueByProgram),
    ...by(debts.byStatus, ({ status }) => status, byStatus, lateStatus),
    ...by(
      debts.byEntrustedOrganization,
      ({ entrustedOrganization }) => String(entrustedOrganization),
      byOrganization,
      overdueByOrganization,
    ),
    ...by(
      debts.byTransactionOffice,
      ({ transactionOffice }) => transactionOffice.name,
      byOffice,
      overdueByOffice,
    ),
    ...debts.byTransactionOffice.flatMap(({ transactionOffice: { name, debts: ofOffice } }): Said[] => [
      [`office ${name} owed`, ofOffice.outstanding, byOffice.get(name) ?? {}, "province"],
      [`office ${name} overdue`, ofOffice.overdue, overdueByOffice.get(name) ?? {}, "province"],
    ]),
    ["package", lending.outstanding, toBuyers],
    ["buyers", package_.buyers.outstanding, toBuyers],
    ["package", package_.total.outstanding, toBuyers],
    ...[...owedBy.bank].map(([name, terms]): Said => [
      name,
      (package_.byBank.find(({ bank }) => bank === name)?.buyers ?? { outstanding: 0 }).outstanding,
      terms,
    ]),
  ];
}

const lentIn = (year: number, of: string): Terms => ({ [`${year} ${of}`]: 1 });
const lentBy = (from: number, to: number, lenders: readonly string[]): Terms =>
  sumOf(
    years
      .filter((year) => from <= year && year <= to)
      .flatMap((year) => lenders.map((of) => lentIn(year, of))),
  );

export function lentSince(year: number, { credit, housingPackage: package_, until }: Answer): Said[] {
  const program = <Entry extends OfProgram>(entries: readonly Entry[], id: string) =>
    entries.find((entry) => entry.program.id === id);
  const termsOf = (id: string) => (id === housingPackage ? banks : [id]);
  const programs = [...policyPrograms, housingPackage];
  const ofBuyers = (name: string, lending: Buyers | undefined, of: readonly string[]): Said[] => [
    [`${name} until ${year}`, lending ? lending.drawn : 0, lentBy(0, year, of)],
    [`${name} during ${year}`, lending ? lending.drawnDuringYear : 0, lentBy(year, year, of)],
  ];
  return [
    [`all during ${year}`, credit.disbursed, lentBy(year, year, [...policyPrograms, ...banks])],
    ...programs.map((id): Said => {
      const found = program(credit.programs, id);
      return [`${id} during ${year}`, found ? found.disbursed : 0, lentBy(year, year, termsOf(id))];
    }),
    ...until.flatMap((lent, index): Said[] => {
      const to = year + index;
      return [
        [`all ${year} to ${to}`, lent.disbursed, lentBy(year, to, [...policyPrograms, ...banks])],
        ...programs.map((id): Said => {
          const found = program(lent.programs, id);
          return [`${id} ${year} to ${to}`, found ? found.disbursed : 0, lentBy(year, to, termsOf(id))];
        }),
      ];
    }),
    ...ofBuyers("buyers", package_.buyers, banks),
    ...ofBuyers("package", package_.total, banks),
    ...banks.flatMap((name) =>
      ofBuyers(name, package_.byBank.find(({ bank }) => bank === name)?.buyers, [name]),
    ),
  ];
}

/** What is said of the units of a province, as sums of what is counted in each place. */
export function toldOf(
  { localityIds, units: ofProvince }: GeneratedProvince,
  saidOf: (unitId: string) => readonly Said[],
): ToldNumber[] {
  const said = Object.entries(ofProvince).flatMap(([unitId, inUnit]) =>
    saidOf(unitId).map(([name, value, terms, of]) => ({
      name: `${unitId} ${name}`,
      value,
      terms,
      inUnit: of === "province" ? localityIds : inUnit,
    })),
  );
  const names = [...new Set(said.flatMap(({ terms }) => Object.keys(terms)))];
  return said.map(({ name, value, terms, inUnit }) => ({
    name,
    value,
    of: localityIds.flatMap((id) => names.map((term) => (inUnit.includes(id) ? (terms[term] ?? 0) : 0))),
  }));
}
