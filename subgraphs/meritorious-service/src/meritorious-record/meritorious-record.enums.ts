import { registerEnumType } from "type-graphql";

export const MeritoriousStatus = {
  IN_FORCE: "IN_FORCE",
  SUSPENDED: "SUSPENDED",
  DECEASED: "DECEASED",
} as const;
export type MeritoriousStatus = keyof typeof MeritoriousStatus;

registerEnumType(MeritoriousStatus, {
  name: "MeritoriousStatus",
  description: "How a record stands today.",
  valuesConfig: {
    IN_FORCE: { description: "The person is entitled to what the category brings." },
    SUSPENDED: { description: "The entitlement is suspended; see endedOn." },
    DECEASED: {
      description:
        "The person has died, or was recognized after death, as martyrs are. Relatives may have records of their own.",
    },
  },
});
