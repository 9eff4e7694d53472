import { BorrowerKind } from "../loan/loan.enums.js";

/**
 * Who borrows from the social-housing credit package. A policy loan to buy an apartment is no part of the package: a
 * household owes it.
 */
const packageBorrowers: readonly BorrowerKind[] = [
  BorrowerKind.HOUSING_DEVELOPER,
  BorrowerKind.HOUSING_BUYER,
];

/** A loan as far as it says whether it is one of the package. */
interface SomeLoan {
  readonly borrowerKind: BorrowerKind;
  readonly lenderName: string | null;
}

/** The commercial bank that lends from the package, and to whom. Null: the loan is not one of the package. */
export const packageSideOf = ({ borrowerKind, lenderName }: SomeLoan) =>
  lenderName !== null && packageBorrowers.includes(borrowerKind) ? { bank: lenderName, borrowerKind } : null;
