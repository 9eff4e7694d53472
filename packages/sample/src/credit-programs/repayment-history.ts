import type { LoanStatus } from "@an-sinh/credit-programs/loan/loan.enums";
import { addDays, addMonths } from "@an-sinh/subgraph-kit/calendar";
import { thousand } from "../population/amounts.js";
import { apportion } from "../population/apportion.js";
import { lastRegisterDay } from "../population/population.js";
import type { Random } from "../population/random.js";

interface Installment {
  /** Dong. */
  readonly amount: number;
  readonly dueOn: string;
  /** Null: not paid by the last day of the register. */
  readonly paidOn: string | null;
}

/** How a loan is paid back. The installments add up to the principal. */
export interface RepaymentHistory {
  readonly installments: readonly Installment[];
  /** What the bank agreed to when the borrower could not pay. Null: nothing. */
  readonly relief: "EXTENDED" | "FROZEN" | null;
  /** The first day of the relief. Null: there is none. */
  readonly reliefOn: string | null;
  /** Null: not written off. */
  readonly writtenOffOn: string | null;
}

/** What happens to a borrower. "NONE": the loan is paid back as agreed. */
export type RepaymentProblem = "NONE" | "UNPAID" | "EXTENDED" | "FROZEN" | "WRITTEN_OFF";

interface RepaymentTerms {
  readonly principal: number;
  readonly disbursedOn: string;
  readonly termMonths: number;
}

/** The installments that are not paid yet fall due so many months later. */
const reliefMonths = { EXTENDED: 24, FROZEN: 36 } as const;

const withoutRelief = { relief: null, reliefOn: null, writtenOffOn: null } as const;

/** A loan is repaid once a year, the last time at the end of its term. A problem begins at one of the installments. */
export function drawRepaymentHistory(
  loan: RepaymentTerms,
  problem: RepaymentProblem,
  random: Random,
): RepaymentHistory {
  const planned = plannedInstallments(loan);
  const due = planned.filter(({ dueOn }) => dueOn <= lastRegisterDay).length;
  if (problem === "NONE" || due === 0) return { ...withoutRelief, installments: paidOnTime(planned, random) };
  const firstUnpaid = random.between(0, due - 1);
  const unpaid = planned.slice(firstUnpaid);
  const paid = paidOnTime(planned.slice(0, firstUnpaid), random);
  if (problem === "UNPAID") return { ...withoutRelief, installments: [...paid, ...unpaid] };
  const relief = problem === "EXTENDED" ? "EXTENDED" : "FROZEN";
  const reliefOn = unpaid[0]?.dueOn ?? lastRegisterDay;
  const postponed = unpaid.map((one) => ({ ...one, dueOn: addMonths(one.dueOn, reliefMonths[relief]) }));
  const writtenOffOn = addMonths(reliefOn, 6);
  if (problem === "WRITTEN_OFF" && writtenOffOn <= lastRegisterDay)
    return { installments: [...paid, ...postponed], relief, reliefOn, writtenOffOn };
  return { installments: [...paid, ...paidOnTime(postponed, random)], relief, reliefOn, writtenOffOn: null };
}

/** Equal parts, in whole thousands of dong. */
function plannedInstallments(loan: RepaymentTerms): Installment[] {
  const count = Math.max(1, Math.floor(loan.termMonths / 12));
  const thousands = apportion(loan.principal / thousand, Array<number>(count).fill(1));
  return thousands.map((amount, index) => ({
    amount: amount * thousand,
    dueOn: addMonths(loan.disbursedOn, Math.round((loan.termMonths * (index + 1)) / count)),
    paidOn: null,
  }));
}

/** Each is paid up to 15 days before it falls due. Those that fall due after the last day of the register are not paid. */
function paidOnTime(installments: readonly Installment[], random: Random): Installment[] {
  return installments.map((one) => {
    const paidOn = addDays(one.dueOn, -random.between(0, 15));
    return { ...one, paidOn: one.dueOn <= lastRegisterDay ? paidOn : null };
  });
}

const isOpen = (one: Installment, day: string) => one.paidOn === null || one.paidOn > day;
const total = (installments: readonly Installment[]) =>
  installments.reduce((sum, { amount }) => sum + amount, 0);

/** The principal outstanding at the end of a day. */
export function outstandingAt({ installments, writtenOffOn }: RepaymentHistory, day: string): number {
  if (writtenOffOn !== null && writtenOffOn <= day) return 0;
  return total(installments.filter((one) => isOpen(one, day)));
}

/** The principal outstanding at the end of a day that fell due before the day. */
export function overdueAt({ installments, writtenOffOn }: RepaymentHistory, day: string): number {
  if (writtenOffOn !== null && writtenOffOn <= day) return 0;
  return total(installments.filter((one) => one.dueOn < day && isOpen(one, day)));
}

/** The status of the loan at the end of a day. */
export function statusAt(history: RepaymentHistory, day: string): LoanStatus {
  if (history.writtenOffOn !== null && history.writtenOffOn <= day) return "WRITTEN_OFF";
  const outstanding = outstandingAt(history, day);
  if (outstanding === 0) return "REPAID";
  if (history.relief !== null && history.reliefOn !== null && history.reliefOn <= day) return history.relief;
  const overdue = overdueAt(history, day);
  if (overdue === 0) return "CURRENT";
  return overdue === outstanding ? "OVERDUE" : "PARTLY_OVERDUE";
}
