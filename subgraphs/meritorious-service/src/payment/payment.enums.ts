import { enumType } from "@an-sinh/subgraph-kit/enum-type";

export const PaymentChannel = enumType("PaymentChannel", "How the money reached the beneficiary.", {
  BANK_ACCOUNT: "Transferred to a bank account: cashless.",
  CASH: "Handed over in cash.",
});
export type PaymentChannel = keyof typeof PaymentChannel;
