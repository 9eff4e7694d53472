import { LoanEntity } from "@an-sinh/credit-programs/loan/loan.entity";
import { BorrowerKind, LoanStatus } from "@an-sinh/credit-programs/loan/loan.enums";
import { updateBalancesOfWritten } from "@an-sinh/credit-programs/loan-balance/loan-balance.service";
import { SavingsGroupEntity } from "@an-sinh/credit-programs/savings-group/savings-group.entity";
import { copyingReference, defineFileKind } from "../../file-kind.js";
import { choice } from "../../values/choices.js";
import { day } from "../../values/days.js";
import { decimal, dong } from "../../values/numbers.js";
import { id, text } from "../../values/text.js";
import { placeColumns } from "../place-columns.js";
import { officeReference, programColumn } from "./references.js";

export const loans = defineFileKind<LoanEntity>({
  name: "loans",
  description:
    "Loans and the bank's figures on a day. What is outstanding follows from principal, repayments and what was written off.",
  entity: LoanEntity,
  key: ["id"],
  period: ["disbursedOn", "dueOn"],
  place: {},
  columns: [
    { name: "id", property: "id", type: id, description: "Opaque and stable." },
    programColumn,
    {
      name: "borrower_kind",
      property: "borrowerKind",
      type: choice(BorrowerKind),
      description: "Who owes it.",
    },
    {
      name: "household_id",
      property: "householdId",
      type: id,
      isOptional: true,
      description: "The household, by its id in the households department. Blank: none.",
    },
    {
      name: "borrower_id",
      property: "borrowerId",
      type: id,
      isOptional: true,
      description: "The member who signed, by the id in the households department. Blank: a developer.",
    },
    {
      name: "project_id",
      property: "projectId",
      type: id,
      isOptional: true,
      description: "The social housing project, by its id in the housing department. Blank: none.",
    },
    ...placeColumns,
    { name: "purpose", property: "purpose", type: text(200), description: "What it is for." },
    { name: "principal", property: "principal", type: dong, description: "Dong." },
    {
      name: "annual_rate_percent",
      property: "annualRatePercent",
      type: decimal(3, 0, 999),
      description: "Percent a year.",
    },
    { name: "disbursed_on", property: "disbursedOn", type: day, description: "The day it was paid out." },
    { name: "due_on", property: "dueOn", type: day, description: "The day by which it is to be repaid." },
    {
      name: "overdue",
      property: "overdue",
      type: dong,
      description: "The part that fell due by balance_on and was not paid, in dong.",
    },
    {
      name: "written_off",
      property: "writtenOff",
      type: dong,
      description: "What was written off by balance_on, in dong.",
    },
    {
      name: "balance_on",
      property: "balanceOn",
      type: day,
      description: "The day of the bank's figures.",
    },
    {
      name: "savings_group_id",
      property: "savingsGroupId",
      type: id,
      isOptional: true,
      refersTo: copyingReference({
        entity: SavingsGroupEntity,
        by: "id",
        noun: "savings group",
        copied: ({ entrustedOrganization }) => ({ entrustedOrganization }),
      }),
      description: "The savings-and-credit group. Blank: the bank lent directly.",
    },
    {
      name: "transaction_office_id",
      property: "transactionOfficeId",
      type: id,
      isOptional: true,
      refersTo: officeReference,
      description: "The policy bank's office. Blank: a commercial bank lends.",
    },
    {
      name: "lender_name",
      property: "lenderName",
      type: text(160),
      isOptional: true,
      description: "The commercial bank. Blank: the policy bank lends.",
    },
    {
      name: "status",
      property: "status",
      type: choice(LoanStatus),
      description: "As of balance_on.",
    },
  ],
  // A loan through a savings group gets the group's organization: `refersTo.copied` comes after `derive`.
  derive: () => ({ entrustedOrganization: null }),
  initial: ({ principal, writtenOff }) => ({ outstanding: Number(principal) - Number(writtenOff) }),
  validate: ({ principal, writtenOff, overdue }) =>
    writtenOff + overdue > principal
      ? { column: "overdue", expected: "at most what is left of the principal" }
      : null,
  afterWrite: async (manager, changes) => {
    const overpaid = await updateBalancesOfWritten(manager, changes);
    return overpaid.map((loanId) => ({
      row: { id: loanId },
      column: "principal",
      expected: "at least what was paid back, and less written_off at least what was paid back by balance_on",
    }));
  },
});
