import type { SampleLocality } from "../administrative-units/sample-locality.js";
import type { Random } from "./random.js";

const hamletNames = [
  "Đông", "Đoài", "Trung", "Thượng", "Hạ", "Nội", "Ngoại", "Chùa", "Đình", "Giữa", "Mới", "Bãi", "Cầu",
  "Đồng", "Gò", "Tân Lập", "Tân Tiến", "Đồng Tâm", "Đoàn Kết", "Hòa Bình", "Quyết Tiến", "Tiền Phong",
] as const; // prettier-ignore

/** A hamlet of a rural commune, in the form that is usual in the province, or a residential group of a town. */
export function drawHamlet(random: Random, { isUrban, formerProvinceCode }: SampleLocality): string {
  if (isUrban) return `Tổ dân phố ${random.between(1, 18)}`;
  if (formerProvinceCode === "25") return `Khu ${random.between(1, 14)}`;
  const kind = formerProvinceCode === "17" ? "Xóm" : "Thôn";
  return random.chance(0.4) ? `${kind} ${random.between(1, 12)}` : `${kind} ${random.pick(hamletNames)}`;
}

const ruralLivelihoods = [
  "Trồng lúa",
  "Trồng lúa",
  "Chăn nuôi",
  "Trồng rừng",
  "Trồng cây ăn quả",
  "Làm thuê theo mùa vụ",
];
const urbanLivelihoods = ["Lao động tự do", "Buôn bán nhỏ", "Công nhân", "Giúp việc gia đình", "Thợ xây"];

export function drawLivelihood(random: Random, locality: SampleLocality): string {
  const isByTheSea = locality.formerProvinceCode === "22" && random.chance(0.2);
  if (isByTheSea) return "Đánh bắt thủy sản";
  return random.pick(locality.isUrban || random.chance(0.15) ? urbanLivelihoods : ruralLivelihoods);
}
