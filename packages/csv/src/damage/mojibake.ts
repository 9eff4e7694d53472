import { Buffer } from "node:buffer";

/** What Windows-1252 has in the place of the control characters 80 to 9F. Five of them it leaves as they are. */
const windows1252 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009dž\u009f";

const byteOf = new Map([...windows1252].map((character, index) => [character, 0x80 + index]));
// Windows-1252 has Ÿ at 9F.
byteOf.set("Ÿ", 0x9f);

const characterOf = (byte: number) =>
  (byte >= 0x80 && byte < 0xa0 ? windows1252[byte - 0x80] : "") || String.fromCharCode(byte);

const readAsWindows1252 = (text: string) => [...Buffer.from(text)].map(characterOf).join("");

const vietnamese =
  "àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ" +
  "ÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴĐ";

/** Second characters that may follow the letter à or another capital in sound text. */
const ordinary = /[\u00a0ºª²³»’”“•–…]$/;

/** Vietnamese letters in UTF-8, read as Windows-1252: "á»…" for ễ. Sound text does not have them. */
const readWrongly = new RegExp(
  [...vietnamese]
    .map(readAsWindows1252)
    .filter((wrong) => wrong.length > 2 || !ordinary.test(wrong))
    .join("|"),
);

const decoder = new TextDecoder("utf-8", { fatal: true });
/** Of the marks only those of decomposed letters: the Czech "ÍŠ" would be a mark that no language has in names. */
const latin = /^[\p{Script=Latin}\u0300-\u033f\p{P}\p{Zs}\p{N}\p{Sm}]*$/u;

/** Whether text is UTF-8 that was read as Latin-1 or Windows-1252: "Nguyá»…n" for Nguyễn. */
export const isMojibake = (text: string): boolean => readWrongly.test(text) || isWhollyMojibake(text);

/** Whether the bytes of the text in Windows-1252 are UTF-8, with letters that names in the Latin script have. */
function isWhollyMojibake(text: string): boolean {
  // In capitals, "XÃ" before a space that does not break is a word. Elsewhere both are the letter à, and the space is
  // lost at the end.
  const spaced = /\p{Ll}/u.test(text) ? text : text.replaceAll("Ã\u00a0", "Ã ");
  const bytes = [...spaced.replace(/Ã$/, "")].map(
    (character) => byteOf.get(character) ?? character.charCodeAt(0),
  );
  if (bytes.some((byte) => byte > 0xff) || !bytes.some((byte) => byte >= 0xc2)) return false;
  try {
    const read = decoder.decode(Uint8Array.from(bytes));
    return latin.test(read) && /[\u0080-\uffff]/.test(read) && !/[\u0180-\u019f\u01b1-\u02ff]/.test(read);
  } catch {
    return false;
  }
}
