import { BorrowerKind } from "../loan/loan.enums.js";

/**
 * Who borrows from the social-housing credit package. A policy loan to buy an apartment is no part of the package: a
 * household owes it.
 */
export const packageBorrowers: readonly BorrowerKind[] = [
  BorrowerKind.HOUSING_DEVELOPER,
  BorrowerKind.HOUSING_BUYER,
];
