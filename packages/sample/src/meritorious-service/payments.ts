import type { AllowanceEntity } from "@an-sinh/meritorious-service/allowance/allowance.entity";
import type { PaymentEntity } from "@an-sinh/meritorious-service/payment/payment.entity";
import { multipleOfLevel } from "@an-sinh/meritorious-service/standard-level/multiple-of-level";
import { addMonths, isInForce, yearOf } from "@an-sinh/subgraph-kit/calendar";
import type { Recognition } from "../meritorious-people/recognitions.js";
import { monthlyAllowancesOf } from "./allowances.js";
import { standardLevelOn } from "./standard-levels.js";

/** The first days of the months from July 2024 to December 2025. */
const months = Array.from({ length: 18 }, (_, index) => addMonths("2024-07-01", index));

/** The share of beneficiaries who are paid to a bank account, in the first month and in the last. */
const cashlessAtFirst = 0.6;
const cashlessAtLast = 0.94;

/** The payment to each record for each month. There is none for a month without an allowance in force. */
export function* paymentRows(recognitions: readonly Recognition[]): Iterable<PaymentEntity> {
  for (const recognition of recognitions) {
    const allowances = [...monthlyAllowancesOf(recognition)];
    for (const [index, month] of months.entries()) {
      const amount = amountFor(allowances, month);
      if (amount > 0) yield payment(recognition, month, index, amount);
    }
  }
}

function amountFor(allowances: readonly AllowanceEntity[], month: string): number {
  const level = standardLevelOn(month);
  return allowances
    .filter((allowance) => isInForce(allowance, month))
    .reduce((sum, { coefficient }) => sum + multipleOfLevel(coefficient, level), 0);
}

function payment(
  { ordinal, record }: Recognition,
  month: string,
  index: number,
  amount: number,
): PaymentEntity {
  const share = cashlessAtFirst + ((cashlessAtLast - cashlessAtFirst) * index) / (months.length - 1);
  return {
    id: `${record.id}-${month.slice(0, 7)}`,
    recordId: record.id,
    categoryId: record.categoryId,
    localityId: record.localityId,
    month,
    year: yearOf(month),
    amount,
    channel: rankForBankAccount(ordinal) < share ? "BANK_ACCOUNT" : "CASH",
    paidOn: `${month.slice(0, 8)}${String(3 + (ordinal % 8)).padStart(2, "0")}`,
  };
}

/**
 * The place, from 0 to 1, of a beneficiary in the order in which they change to a bank account. The places are evenly
 * spread. As the share of the months rises, nobody changes back to cash.
 */
const rankForBankAccount = (ordinal: number) => (ordinal * 0.618_033_988_75) % 1;
