import { enumType } from "@an-sinh/subgraph-kit/enum-type";

export const CareKind = enumType(
  "CareKind",
  "What people with meritorious service and their relatives are given beside monthly allowances.",
  {
    CONVALESCENCE_AT_HOME: { vi: "Điều dưỡng tại nhà", description: "Convalescence at home: paid in money." },
    CONVALESCENCE_IN_CENTER: { vi: "Điều dưỡng tập trung", description: "Convalescence in a care center." },
    GIFT_WAR_INVALIDS_DAY: {
      vi: "Quà ngày Thương binh - Liệt sĩ 27/7",
      description: "The gift on War Invalids and Martyrs Day, 27 July.",
    },
    GIFT_TET: { vi: "Quà Tết Nguyên đán", description: "The gift at the lunar New Year." },
    RECOGNITION_BENEFIT: {
      vi: "Trợ cấp một lần khi công nhận",
      description: "A one-off benefit on recognition, in a category that brings no monthly allowance.",
    },
    FUNERAL_BENEFIT: {
      vi: "Mai táng phí",
      description: "A one-off benefit for the funeral of somebody who was recognized.",
    },
  },
);
export type CareKind = keyof typeof CareKind;

/** In the order in which statistics list them. */
export const careKinds = Object.values(CareKind);
