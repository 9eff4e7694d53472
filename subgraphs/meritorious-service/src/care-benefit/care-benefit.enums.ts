import { registerEnumType } from "type-graphql";

export const CareKind = {
  CONVALESCENCE_AT_HOME: "CONVALESCENCE_AT_HOME",
  CONVALESCENCE_IN_CENTER: "CONVALESCENCE_IN_CENTER",
  GIFT_WAR_INVALIDS_DAY: "GIFT_WAR_INVALIDS_DAY",
  GIFT_TET: "GIFT_TET",
  RECOGNITION_BENEFIT: "RECOGNITION_BENEFIT",
  FUNERAL_BENEFIT: "FUNERAL_BENEFIT",
} as const;
export type CareKind = keyof typeof CareKind;

/** In the order in which statistics list them. */
export const careKinds = Object.values(CareKind);

registerEnumType(CareKind, {
  name: "CareKind",
  description:
    "What people with meritorious service and their relatives are given beside monthly allowances.",
  valuesConfig: {
    CONVALESCENCE_AT_HOME: { description: "Convalescence at home: paid in money." },
    CONVALESCENCE_IN_CENTER: { description: "Convalescence in a care center." },
    GIFT_WAR_INVALIDS_DAY: { description: "The gift on War Invalids and Martyrs Day, 27 July." },
    GIFT_TET: { description: "The gift at the lunar New Year." },
    RECOGNITION_BENEFIT: {
      description: "A one-off benefit on recognition, in a category that brings no monthly allowance.",
    },
    FUNERAL_BENEFIT: { description: "A one-off benefit for the funeral of somebody who was recognized." },
  },
});
