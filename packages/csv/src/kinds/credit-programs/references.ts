import { CreditProgramEntity } from "@an-sinh/credit-programs/credit-program/credit-program.entity";
import { LoanEntity } from "@an-sinh/credit-programs/loan/loan.entity";
import { TransactionOfficeEntity } from "@an-sinh/credit-programs/transaction-office/transaction-office.entity";
import type { Column, Reference } from "../../file-kind.js";
import { id } from "../../values/text.js";

export const programColumn = {
  name: "program_code",
  property: "programId",
  type: id,
  refersTo: { entity: CreditProgramEntity, by: "code", noun: "program" },
  description: "The program, by its code.",
} as const satisfies Column;

export const loanReference = { entity: LoanEntity, by: "id", noun: "loan" } as const satisfies Reference;

export const officeReference: Reference = {
  entity: TransactionOfficeEntity,
  by: "id",
  noun: "transaction office",
};
