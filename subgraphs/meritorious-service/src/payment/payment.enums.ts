import { enumType } from "@an-sinh/subgraph-kit/enum-type";

export const PaymentChannel = enumType("PaymentChannel", "How the money reached the beneficiary.", {
  BANK_ACCOUNT: { vi: "Chuyển khoản", description: "Transferred to a bank account: cashless." },
  CASH: { vi: "Tiền mặt", description: "Handed over in cash." },
});
export type PaymentChannel = keyof typeof PaymentChannel;
