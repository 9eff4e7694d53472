import { enumType } from "@an-sinh/subgraph-kit/enum-type";

export const MeritoriousStatus = enumType(
  "MeritoriousStatus",
  "Whether a record is in force today and, if not, why.",
  {
    IN_FORCE: "The person is entitled to the benefits of the category.",
    SUSPENDED: "The entitlement is suspended; see endedOn.",
    DECEASED:
      "The person has died, or was recognized after death, as martyrs are. Relatives may have records of their own.",
  },
);
export type MeritoriousStatus = keyof typeof MeritoriousStatus;
