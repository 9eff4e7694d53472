import type { SampleLocality } from "../administrative-units/sample-locality.js";
import type { Random } from "./random.js";

/** By code of a former district: the share that each ethnic group has of the register. The rest is Kinh. */
const minorities: Readonly<Record<string, readonly (readonly [group: string, share: number])[]>> = {
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

/** In the whole former province of Hoa Binh. */
const minoritiesOfHoaBinh = [
  ["Mường", 0.64],
  ["Tày", 0.04],
  ["Dao", 0.03],
] as const;

const minoritiesOf = ({ formerProvinceCode, formerDistrictCode }: SampleLocality) =>
  formerProvinceCode === "17" ? minoritiesOfHoaBinh : (minorities[formerDistrictCode] ?? []);

/** The share of the register that belongs to an ethnic minority. */
export const minorityShareOfRegister = (locality: SampleLocality): number =>
  minoritiesOf(locality).reduce((sum, [, share]) => sum + share, 0);

export function drawEthnicGroup(random: Random, locality: SampleLocality): string {
  const here = minoritiesOf(locality);
  let remaining = random.next();
  for (const [group, share] of here) {
    remaining -= share;
    if (remaining < 0) return group;
  }
  return "Kinh";
}
