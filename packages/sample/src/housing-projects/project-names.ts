import type { HousingAudience } from "@an-sinh/housing-projects/social-housing-project/social-housing-project.enums";
import type { Random } from "../population/random.js";

const kinds: Readonly<Record<HousingAudience, string>> = {
  LOW_INCOME: "Khu nhà ở xã hội",
  INDUSTRIAL_WORKERS: "Khu nhà ở xã hội cho công nhân",
  ARMED_FORCES: "Khu nhà ở cho lực lượng vũ trang",
};

const first = [
  "An",
  "Bình",
  "Phúc",
  "Thanh",
  "Hoàng",
  "Tân",
  "Kim",
  "Ngọc",
  "Xuân",
  "Hồng",
  "Lạc",
  "Trường",
  "Khánh",
];
const second = [
  "Lộc",
  "Khang",
  "Hưng",
  "Thịnh",
  "Dương",
  "Điền",
  "Viên",
  "Cát",
  "Vượng",
  "Lâm",
  "Hòa",
  "Đức",
];

const firmKinds = [
  "Công ty cổ phần Phát triển nhà ở",
  "Công ty TNHH Xây dựng",
  "Công ty cổ phần Đầu tư hạ tầng",
  "Liên danh Nhà ở xã hội",
];
const firmFirst = ["Lam", "Tường", "Hạc", "Trúc", "Sen", "Nguyệt", "Mộc"];
const firmSecond = ["Kiều", "Giai", "Phố", "Đình", "Hiên", "Thư"];

/** Made-up names of places. No name comes twice. */
export function* projectNames(random: Random): Generator<string, never> {
  const places = random.shuffle(first.flatMap((word) => second.map((other) => `${word} ${other}`)));
  for (let round = 1; ; round++) {
    for (const place of places) yield round === 1 ? place : `${place} ${round}`;
  }
}

export const projectName = (audience: HousingAudience, place: string): string =>
  `${kinds[audience]} ${place}`;

/** The name of a made-up company. */
export function developerName(random: Random): string {
  return `${random.pick(firmKinds)} ${random.pick(firmFirst)} ${random.pick(firmSecond)}`;
}
