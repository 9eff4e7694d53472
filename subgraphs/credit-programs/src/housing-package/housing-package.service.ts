import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import { sumOf } from "@an-sinh/subgraph-kit/sums";
import { compareNames } from "@an-sinh/subgraph-kit/vietnamese-order";
import { allBuyers, buyersOf, withheldBanks } from "./buyer.cells.js";
import {
  housingPackageOfUnit,
  nothingLent,
  type BankLending,
  type Lending,
} from "./housing-package.loaders.js";
import { HousingPackageOfBank, HousingPackageStatistics, PackageLending } from "./housing-package.type.js";
import { withheldBuyers } from "./withheld-buyers.js";

/** The cells of buyers that the caller may not see. */
interface WithheldBuyers {
  /** Of the end of the year. */
  readonly now: ReadonlySet<string>;
  /** Of the end of the year before. */
  readonly before: ReadonlySet<string>;
}

/** The package's loans in a unit or in the whole country, up to the end of a year, as the caller may see them. */
export async function packageLending(
  context: RequestContext,
  unitId: string,
  year: number,
): Promise<HousingPackageStatistics> {
  const [lent, now, before] = await Promise.all([
    context.load(housingPackageOfUnit, unitId, { year }),
    withheldBuyers(context, unitId, year),
    withheldBuyers(context, unitId, year - 1),
  ]);
  const withheld = { now, before };
  const developers = toLending(lent.reduce((sum, bank) => together(sum, bank.developers), nothingLent));
  const buyers = toBuyers(
    lent.reduce((sum, bank) => together(sum, bank.buyers), nothingLent),
    withheld,
    allBuyers,
  );
  return Object.assign(new HousingPackageStatistics(), {
    year,
    byBank: byBank(lent, withheld),
    developers,
    buyers,
    total: toLending(together(developers, buyers)),
  });
}

/** In the order of the banks' names. Banks that are withheld are among them where they lent nothing too. */
function byBank(lent: readonly BankLending[], withheld: WithheldBuyers): HousingPackageOfBank[] {
  const known = new Map(lent.map((bank) => [bank.bank, bank]));
  const banks = new Set([...known.keys(), ...withheldBanks(withheld.now), ...withheldBanks(withheld.before)]);
  return [...banks].toSorted(compareNames).map((bank) => {
    const { developers, buyers } = known.get(bank) ?? { developers: nothingLent, buyers: nothingLent };
    return Object.assign(new HousingPackageOfBank(), {
      bank,
      developers: toLending(developers),
      buyers: toBuyers(buyers, withheld, buyersOf(bank)),
    });
  });
}

type ShownLending = { readonly [Name in keyof Lending]: number | null };

const toLending = (lending: ShownLending): PackageLending => Object.assign(new PackageLending(), lending);

function toBuyers(lending: Lending, { now, before }: WithheldBuyers, cell: string): PackageLending {
  if (now.has(cell)) return toLending({ loans: null, drawn: null, drawnDuringYear: null, outstanding: null });
  return toLending(before.has(cell) ? { ...lending, drawnDuringYear: null } : lending);
}

/** Adds what was lent to others. A number is null where it is null for one of them. */
function together(one: Lending, other: Lending): Lending;
function together(one: ShownLending, other: ShownLending): ShownLending;
function together(one: ShownLending, other: ShownLending): ShownLending {
  return {
    loans: sumOf([one.loans, other.loans]),
    drawn: sumOf([one.drawn, other.drawn]),
    drawnDuringYear: sumOf([one.drawnDuringYear, other.drawnDuringYear]),
    outstanding: sumOf([one.outstanding, other.outstanding]),
  };
}
