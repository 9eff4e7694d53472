import type { SampleLocality } from "./population.js";
import type { Random } from "./random.js";

/** Where several peoples live together, by district: each with its share of the register. */
const peoples: Readonly<Record<string, readonly (readonly [group: string, share: number])[]>> = {
  271: [["Mường", 0.12]],
  276: [["Mường", 0.08]],
  198: [
    ["Tày", 0.42],
    ["Dao", 0.3],
    ["Sán Chay", 0.18],
  ],
  199: [
    ["Dao", 0.22],
    ["Sán Dìu", 0.15],
    ["Tày", 0.15],
  ],
  200: [["Dao", 0.3]],
  201: [["Dao", 0.25]],
  202: [
    ["Dao", 0.45],
    ["Tày", 0.2],
    ["Sán Chay", 0.15],
  ],
  203: [["Sán Dìu", 0.14]],
  215: [
    ["Nùng", 0.15],
    ["Tày", 0.08],
  ],
  218: [
    ["Tày", 0.12],
    ["Nùng", 0.1],
  ],
  219: [
    ["Nùng", 0.28],
    ["Tày", 0.1],
    ["Sán Dìu", 0.2],
  ],
  220: [
    ["Tày", 0.28],
    ["Dao", 0.15],
    ["Sán Chay", 0.14],
  ],
  224: [
    ["Sán Dìu", 0.25],
    ["Nùng", 0.12],
  ],
  234: [
    ["Mường", 0.66],
    ["Dao", 0.12],
  ],
  238: [
    ["Mường", 0.55],
    ["Dao", 0.06],
  ],
  240: [
    ["Mường", 0.75],
    ["Dao", 0.08],
  ],
  248: [["Sán Dìu", 0.4]],
};
const hoaBinhPeoples = [
  ["Mường", 0.64],
  ["Tày", 0.04],
  ["Dao", 0.03],
] as const;

export function drawEthnicGroup(random: Random, locality: SampleLocality): string {
  const here =
    locality.formerProvinceCode === "17" ? hoaBinhPeoples : (peoples[locality.formerDistrictCode] ?? []);
  let remaining = random.next();
  for (const [group, share] of here) {
    remaining -= share;
    if (remaining < 0) return group;
  }
  return "Kinh";
}

const hamletNames = [
  "Đông", "Đoài", "Trung", "Thượng", "Hạ", "Nội", "Ngoại", "Chùa", "Đình", "Giữa", "Mới", "Bãi", "Cầu",
  "Đồng", "Gò", "Tân Lập", "Tân Tiến", "Đồng Tâm", "Đoàn Kết", "Hòa Bình", "Quyết Tiến", "Tiền Phong",
] as const; // prettier-ignore

/** A hamlet, or a residential group of a town, as the province calls them. */
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
