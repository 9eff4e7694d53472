import type { FileKind } from "../file-kind.js";
import { loans } from "./credit-programs/loans.js";
import { programTerms } from "./credit-programs/program-terms.js";
import { programs } from "./credit-programs/programs.js";
import { repayments } from "./credit-programs/repayments.js";
import { savingsGroups } from "./credit-programs/savings-groups.js";
import { transactionOffices } from "./credit-programs/transaction-offices.js";
import { yearEndBalances } from "./credit-programs/year-end-balances.js";
import { territory } from "./territory.js";
import { translations } from "./translations.js";

export const creditProgramsFiles: readonly FileKind[] = [
  territory,
  programs,
  programTerms,
  transactionOffices,
  savingsGroups,
  loans,
  repayments,
  yearEndBalances,
  translations,
];
