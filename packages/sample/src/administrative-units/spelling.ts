/** Older and newer tone placement: "Hoà Bình" and "Hòa Bình" are one name. */
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

/** A form of a name in which spellings of one name are equal. Not for display. */
export function comparable(name: string): string {
  const lower = name.normalize("NFC").toLowerCase().replaceAll(/\s+/g, " ").trim();
  return tonePlacements.reduce((text, [older, newer]) => text.replaceAll(older, newer), lower);
}

/** The same without the kind of unit: "Huyện Ba Vì" and "Ba Vì" are equal. */
export function comparableWithoutType(name: string): string {
  return comparable(name).replace(unitTypes, "");
}
