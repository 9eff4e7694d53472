/** The last day of the boundaries before Resolution 202/2025/QH15, and the first day of today's. */
export const lastDayOfFormerUnits = "2025-06-30";
export const firstDayOfCurrentUnits = "2025-07-01";

export interface FormerProvince {
  readonly code: string;
  readonly name: string;
  /** The code of the province that has its land today. */
  readonly successorCode: string;
}

/** The provinces of the sample as they were until 2025-06-30. Two of them, 01 and 22, have the same land today and are the same unit. */
export const formerProvinces: readonly FormerProvince[] = [
  { code: "01", name: "Thành phố Hà Nội", successorCode: "01" },
  { code: "17", name: "Tỉnh Hòa Bình", successorCode: "25" },
  { code: "22", name: "Tỉnh Quảng Ninh", successorCode: "22" },
  { code: "24", name: "Tỉnh Bắc Giang", successorCode: "24" },
  { code: "25", name: "Tỉnh Phú Thọ", successorCode: "25" },
  { code: "26", name: "Tỉnh Vĩnh Phúc", successorCode: "25" },
  { code: "27", name: "Tỉnh Bắc Ninh", successorCode: "24" },
];
