/** Older and newer places of the tone mark: "Hoà Bình" and "Hòa Bình" are the same name. */
const tonePlacements: readonly (readonly [RegExp, string])[] = [
  [/oà/g, "òa"],
  [/oá/g, "óa"],
  [/oả/g, "ỏa"],
  [/oã/g, "õa"],
  [/oạ/g, "ọa"],
  [/uỳ/g, "ùy"],
  [/uý/g, "úy"],
  [/uỷ/g, "ủy"],
  [/uỹ/g, "ũy"],
  [/uỵ/g, "ụy"],
];

const unitTypes = /^(thành phố|thị xã|thị trấn|quận|huyện|tỉnh|phường|xã|đặc khu) /;

/** A form of a name that is the same for all spellings of the name. It is for comparing only. */
export function comparable(name: string): string {
  const lower = name.normalize("NFC").toLowerCase().replaceAll(/\s+/g, " ").trim();
  return tonePlacements.reduce((text, [older, newer]) => text.replaceAll(older, newer), lower);
}

/** The same without the type of the unit: "Huyện Ba Vì" and "Ba Vì" become equal. */
export function comparableWithoutType(name: string): string {
  return comparable(name).replace(unitTypes, "");
}
