import { registerEnumType } from "type-graphql";

export const AdministrativeLevel = {
  PROVINCE: "PROVINCE",
  DISTRICT: "DISTRICT",
  COMMUNE: "COMMUNE",
} as const;
export type AdministrativeLevel = keyof typeof AdministrativeLevel;

registerEnumType(AdministrativeLevel, {
  name: "AdministrativeLevel",
  description: "The level of an administrative unit. Since 2025-07-01 there are provinces and communes only.",
  valuesConfig: {
    PROVINCE: { description: "A province or a city under the central government." },
    DISTRICT: { description: "A district, town or provincial city. None has existed since 2025-07-01." },
    COMMUNE: { description: "A commune, ward, township or special zone." },
  },
});
