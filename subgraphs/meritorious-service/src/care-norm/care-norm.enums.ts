import { enumType } from "@an-sinh/subgraph-kit/enum-type";

export const CareNormBase = enumType("CareNormBase", "What the amount of a care norm is a multiple of.", {
  STANDARD_LEVEL: {
    vi: "Mức chuẩn trợ cấp",
    description: "The standard level of benefits for people with meritorious service.",
  },
  BASE_PAY: { vi: "Mức lương cơ sở", description: "The base pay of public employees." },
});
export type CareNormBase = keyof typeof CareNormBase;
