import { addDays, addMonths } from "@an-sinh/subgraph-kit/calendar";
import type { LoanStatus } from "@an-sinh/credit-programs/loan/loan.enums";
import { apportion } from "../population/apportion.js";
import type { Random } from "../population/random.js";

/** The last day that the sample's register takes in. */
export const balanceOn = "2025-12-31";

interface Installment {
  /** Dong. */
  readonly amount: number;
  readonly dueOn: string;
  /** Null: not paid by `balanceOn`. */
  readonly paidOn: string | null;
}

/** How a loan is paid back. The installments add up to its principal. */
export interface LoanCourse {
  readonly installments: readonly Installment[];
  /** What was agreed when the borrower could not pay. Null: nothing. */
  readonly relief: "EXTENDED" | "FROZEN" | null;
  /** From which day on. Null: nothing was agreed. */
  readonly reliefOn: string | null;
  /** Null: not written off. */
  readonly writtenOffOn: string | null;
}

export type Trouble = "NONE" | "UNPAID" | "EXTENDED" | "FROZEN" | "WRITTEN_OFF";

/** Months by which the installments not paid yet are put off. */
const reliefMonths = { EXTENDED: 24, FROZEN: 36 } as const;

/** A loan repaid once a year, the last time at the end of its term, unless trouble comes at some installment. */
export function loanCourse(
  loan: { readonly principal: number; readonly disbursedOn: string; readonly termMonths: number },
  trouble: Trouble,
  random: Random,
): LoanCourse {
  const planned = plannedInstallments(loan);
  const due = planned.filter(({ dueOn }) => dueOn <= balanceOn).length;
  if (trouble === "NONE" || due === 0) return asAgreed(planned, random);
  const first = random.between(0, due - 1);
  const unpaid = planned.slice(first);
  const paid = paidOnTime(planned.slice(0, first), random);
  if (trouble === "UNPAID") {
    return { ...untroubled, installments: [...paid, ...unpaid] };
  }
  const relief = trouble === "EXTENDED" ? "EXTENDED" : "FROZEN";
  const reliefOn = unpaid[0]?.dueOn ?? balanceOn;
  const later = unpaid.map((one) => ({ ...one, dueOn: addMonths(one.dueOn, reliefMonths[relief]) }));
  if (trouble === "WRITTEN_OFF") {
    const writtenOffOn = addMonths(reliefOn, 6);
    if (writtenOffOn <= balanceOn) {
      return { installments: [...paid, ...later], relief, reliefOn, writtenOffOn };
    }
  }
  return { installments: [...paid, ...paidOnTime(later, random)], relief, reliefOn, writtenOffOn: null };
}

const untroubled = { relief: null, reliefOn: null, writtenOffOn: null } as const;

const asAgreed = (planned: readonly Installment[], random: Random): LoanCourse => ({
  ...untroubled,
  installments: paidOnTime(planned, random),
});

/** Equal parts in whole thousands of dong. */
function plannedInstallments(loan: {
  principal: number;
  disbursedOn: string;
  termMonths: number;
}): Installment[] {
  const count = Math.max(1, Math.floor(loan.termMonths / 12));
  const thousands = apportion(loan.principal / 1000, Array<number>(count).fill(1));
  return thousands.map((amount, index) => ({
    amount: amount * 1000,
    dueOn: addMonths(loan.disbursedOn, Math.round((loan.termMonths * (index + 1)) / count)),
    paidOn: null,
  }));
}

/** Paid some days before they fall due; not at all where that is after `balanceOn`. */
function paidOnTime(installments: readonly Installment[], random: Random): Installment[] {
  return installments.map((one) => {
    const paidOn = addDays(one.dueOn, -random.between(0, 15));
    return { ...one, paidOn: one.dueOn <= balanceOn ? paidOn : null };
  });
}

const isOpen = (one: Installment, day: string) => one.paidOn === null || one.paidOn > day;
const total = (installments: readonly Installment[]) =>
  installments.reduce((sum, { amount }) => sum + amount, 0);

/** The principal outstanding at the end of a day. */
export function outstandingAt({ installments, writtenOffOn }: LoanCourse, day: string): number {
  if (writtenOffOn !== null && writtenOffOn <= day) return 0;
  return total(installments.filter((one) => isOpen(one, day)));
}

/** The part of it that fell due before the day. */
export function overdueAt({ installments, writtenOffOn }: LoanCourse, day: string): number {
  if (writtenOffOn !== null && writtenOffOn <= day) return 0;
  return total(installments.filter((one) => one.dueOn < day && isOpen(one, day)));
}

/** How it stands with the bank at the end of a day. */
export function statusAt(course: LoanCourse, day: string): LoanStatus {
  if (course.writtenOffOn !== null && course.writtenOffOn <= day) return "WRITTEN_OFF";
  const outstanding = outstandingAt(course, day);
  if (outstanding === 0) return "REPAID";
  if (course.relief !== null && course.reliefOn !== null && course.reliefOn <= day) return course.relief;
  const overdue = overdueAt(course, day);
  if (overdue === 0) return "CURRENT";
  return overdue === outstanding ? "OVERDUE" : "PARTLY_OVERDUE";
}
