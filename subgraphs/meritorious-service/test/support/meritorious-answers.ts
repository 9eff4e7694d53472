import type { DepartmentClient } from "../../../../test/support/department-graph.js";

type Count = number | null;

/** What is said of a unit. */
interface Statistics {
  readonly beneficiaries: Count;
  readonly paid: Count;
  readonly paidCashlessPercent: Count;
  readonly categories: readonly {
    readonly category: { readonly code: string };
    readonly beneficiaries: Count;
    readonly recognized: Count;
    readonly paid: Count;
  }[];
  readonly payments: readonly {
    readonly channel: string;
    readonly payments: Count;
    readonly amount: Count;
    readonly sharePercent: Count;
  }[];
  readonly careBenefits: readonly { readonly kind: string; readonly benefits: Count }[];
  readonly healthInsurance: { readonly cards: Count };
  readonly housingGrants: readonly { readonly grants: Count; readonly amount: Count }[];
}

const selection = `meritorious(year: 2024) { beneficiaries paid paidCashlessPercent
  categories { category { code } beneficiaries recognized paid } payments { channel payments amount sharePercent }
  careBenefits { kind benefits } healthInsurance { cards } housingGrants { grants amount } }`;

export type Answers = ReadonlyMap<string, Statistics>;

export async function ask(client: DepartmentClient, asking: readonly string[]): Promise<Answers> {
  const known = asking.map((id) => ({ id }));
  const found = await client.expectEntities<{ meritorious: Statistics }>(
    "AdministrativeUnit",
    known,
    selection,
  );
  return new Map(found.map(({ meritorious }, index) => [asking[index] ?? "", meritorious]));
}

export const ofUnit = (answers: Answers, unitId: string): Statistics => {
  const found = answers.get(unitId);
  if (!found) throw new Error(`Expected an answer for ${unitId}.`);
  return found;
};

export const ofCategory = (answers: Answers, unitId: string, code: string) =>
  ofUnit(answers, unitId).categories.find(({ category }) => category.code === code);

/** Counts of records, benefits, cards and grants, and how many records have ended where that is told. */
export const countsOf = ({
  beneficiaries,
  categories: parts,
  careBenefits,
  ...statistics
}: Statistics): Count[] => [
  beneficiaries,
  ...parts.flatMap((part) => [part.beneficiaries, part.recognized, endedOf(part)]),
  ...careBenefits.map(({ benefits: count }) => count),
  statistics.healthInsurance.cards,
  ...statistics.housingGrants.map((part) => part.grants),
];

export const endedOf = ({
  recognized,
  beneficiaries,
}: {
  readonly recognized: Count;
  readonly beneficiaries: Count;
}) => (recognized === null || beneficiaries === null ? null : recognized - beneficiaries);

export const isFew = (count: Count): boolean => count !== null && count > 0 && count < 5;
