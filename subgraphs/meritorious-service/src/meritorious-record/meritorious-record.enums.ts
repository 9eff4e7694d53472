import { enumType } from "@an-sinh/subgraph-kit/enum-type";

export const MeritoriousStatus = enumType(
  "MeritoriousStatus",
  "Whether a record is in force today and, if not, why.",
  {
    IN_FORCE: { vi: "Đang hưởng", description: "The person is entitled to the benefits of the category." },
    SUSPENDED: { vi: "Tạm đình chỉ", description: "The entitlement is suspended; see endedOn." },
    DECEASED: {
      vi: "Đã từ trần",
      description:
        "The person has died, or was recognized after death, as martyrs are. Relatives may have records of their own.",
    },
  },
);
export type MeritoriousStatus = keyof typeof MeritoriousStatus;
