import type { FundingSource } from "@an-sinh/housing-projects/housing-support/housing-support.enums";
import type { ToldNumber } from "../../../../test/support/follows.js";
import type { GeneratedProvince } from "../../../../test/support/generated-provinces.js";
import { asked, sources, years } from "./generated-supports.js";
import { none, type Answer, type Sums } from "./housing-answers.js";

const withheld: Sums = { amount: null, amountDuringYear: null };

/** The dong of a province, as sums of what each source paid in each locality and year. */
export function dongOf(
  { localityIds, units: ofProvince }: GeneratedProvince,
  shown: ReadonlyMap<string, Answer>,
): ToldNumber[] {
  const of = (counts: (localityId: string, year: number, source: FundingSource) => boolean) =>
    localityIds.flatMap((localityId) =>
      years.flatMap((year) => sources.map((source) => Number(counts(localityId, year, source)))),
    );
  return Object.entries(ofProvince).flatMap(([unitId, inUnit]) =>
    asked.flatMap((year) => {
      const found = shown.get(unitId)?.(year) ?? none;
      const told = (name: string, sums: Sums, paid: readonly FundingSource[]) => [
        {
          name: `${unitId} ${year} ${name}`,
          value: sums.amount,
          of: of(
            (id, completed, source) => inUnit.includes(id) && completed <= year && paid.includes(source),
          ),
        },
        {
          name: `${unitId} during ${year} ${name}`,
          value: sums.amountDuringYear,
          of: of(
            (id, completed, source) => inUnit.includes(id) && completed === year && paid.includes(source),
          ),
        },
      ];
      const ofSource = (source: FundingSource) =>
        found.sources === null ? withheld : (found.sources.find((sums) => sums.source === source) ?? none);
      return [
        ...told("all", found, sources),
        ...sources.flatMap((source) => told(source, ofSource(source), [source])),
      ];
    }),
  );
}
