import { enumType } from "@an-sinh/subgraph-kit/enum-type";

export const AdministrativeLevel = enumType(
  "AdministrativeLevel",
  "The level of an administrative unit. Since 2025-07-01 there are provinces and communes only.",
  {
    PROVINCE: {
      vi: "Tỉnh, thành phố trực thuộc Trung ương",
      description: "A province or a city under the central government.",
    },
    DISTRICT: {
      vi: "Huyện, quận, thị xã",
      description: "A district, town or provincial city. None has existed since 2025-07-01.",
    },
    COMMUNE: { vi: "Xã, phường, thị trấn", description: "A commune, ward, township or special zone." },
  },
);
export type AdministrativeLevel = keyof typeof AdministrativeLevel;
