import { hasLegacySigns, hasLegacyWords } from "./legacy-fonts.js";
import { isMojibake } from "./mojibake.js";

/** Without these characters text cannot be damaged in a way that is known here. Half of all names have none. */
const suspicious = /[\u0080-\u0101\u0178-\u019f\u01b1-\u02ff\u0370-\u1e9f\u1efa-\uffff]/;

/** Of these, those that are no letters in Vietnamese: few sound texts have one. */
const strange =
  /[\u0080-\u00bf\u00d7\u00f7\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2000-\uffff]/;

/** In the place of what could not be decoded, control characters of Latin-1, and letters of symbol fonts. */
const lost = /[\ufffd\u0080-\u009f\p{Co}]/u;

/** The Icelandic letter Eth. Only Vietnamese words begin with what looks like it. */
const ethForD = /(?<![\p{L}\p{M}])[Ðð](?=\p{L})/u;

/**
 * How text was damaged before it came here. Undefined: it was not, as far as can be seen. `text` is in NFC. Names of
 * Vietnamese, ethnic minorities and foreigners are not damaged text.
 */
export function findDamage(text: string): string | undefined {
  if (!suspicious.test(text)) return undefined;
  const isStrange = strange.test(text);
  if (isStrange && lost.test(text)) return "characters were lost when it was saved or decoded";
  if (isStrange && isMojibake(text)) return "it is UTF-8 that was read as Latin-1 or Windows-1252";
  if (ethForD.test(text)) return "it has the Icelandic letter Eth (U+00D0) in place of Đ (U+0110)";
  if ((isStrange && hasLegacySigns(text)) || hasLegacyWords(text))
    return "it was written for a TCVN3 (ABC) or VNI font";
  return undefined;
}
