import { registerEnumType } from "type-graphql";

export const PaymentChannel = { BANK_ACCOUNT: "BANK_ACCOUNT", CASH: "CASH" } as const;
export type PaymentChannel = keyof typeof PaymentChannel;

registerEnumType(PaymentChannel, {
  name: "PaymentChannel",
  description: "How the money reached the beneficiary.",
  valuesConfig: {
    BANK_ACCOUNT: { description: "Transferred to a bank account: cashless." },
    CASH: { description: "Handed over in cash." },
  },
});
