import type { MeritoriousCategoryEntity } from "@an-sinh/meritorious-service/meritorious-category/meritorious-category.entity";

/** Code, Vietnamese name, English name and point of article 3, clause 1, of the ordinance, in its order. */
const categories = [
  [
    "REVOLUTIONARY_BEFORE_1945",
    "Người hoạt động cách mạng trước ngày 01/01/1945",
    "Revolutionary before 1945-01-01",
    "a",
  ],
  [
    "REVOLUTIONARY_1945",
    "Người hoạt động cách mạng từ ngày 01/01/1945 đến ngày khởi nghĩa tháng Tám năm 1945",
    "Revolutionary from 1945-01-01 to the August uprising",
    "b",
  ],
  ["MARTYR", "Liệt sĩ", "Martyr", "c"],
  ["HEROIC_MOTHER", "Bà mẹ Việt Nam anh hùng", "Vietnamese Heroic Mother", "d"],
  ["ARMED_FORCES_HERO", "Anh hùng Lực lượng vũ trang nhân dân", "Hero of the People's Armed Forces", "đ"],
  ["LABOR_HERO", "Anh hùng Lao động trong thời kỳ kháng chiến", "Hero of Labor in the resistance", "e"],
  [
    "WAR_INVALID",
    "Thương binh và người hưởng chính sách như thương binh",
    "War invalid, or treated as one",
    "g",
  ],
  ["SICK_SOLDIER", "Bệnh binh", "Sick soldier", "h"],
  [
    "TOXIC_CHEMICAL_VICTIM",
    "Người hoạt động kháng chiến bị nhiễm chất độc hóa học",
    "Resistance activist infected by toxic chemicals",
    "i",
  ],
  [
    "IMPRISONED_REVOLUTIONARY",
    "Người hoạt động cách mạng, kháng chiến bị địch bắt tù, đày",
    "Revolutionary or resistance activist imprisoned or exiled by the enemy",
    "k",
  ],
  ["RESISTANCE_ACTIVIST", "Người hoạt động kháng chiến", "Resistance activist", "l"],
  ["REVOLUTION_HELPER", "Người có công giúp đỡ cách mạng", "Person who helped the revolution", "m"],
] as const;

export type CategoryCode = (typeof categories)[number][0] | "RELATIVE";

/** The twelve categories of the ordinance, and the relatives. */
export function* categoryRows(): Iterable<MeritoriousCategoryEntity> {
  let position = 0;
  for (const [code, name, englishName, point] of categories) {
    position++;
    const legalBasis = `Ordinance 02/2020/UBTVQH14, article 3, clause 1, point ${point}`;
    yield { id: categoryId(code), code, name, englishName, legalBasis, isRelative: false, position };
  }
  yield {
    id: categoryId("RELATIVE"),
    code: "RELATIVE",
    name: "Thân nhân của người có công với cách mạng",
    englishName: "Relative of a person with meritorious service",
    legalBasis: "Ordinance 02/2020/UBTVQH14, article 3, clause 2",
    isRelative: true,
    position: position + 1,
  };
}

export const categoryId = (code: CategoryCode) => `merit-${code.toLowerCase().replaceAll("_", "-")}`;
