/** The words of a name as people write them without a Vietnamese keyboard: small letters of ASCII and digits. */
const wordsOf = (text: string): readonly string[] =>
  text
    .normalize("NFD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll("đ", "d")
    .match(/[a-z0-9]+/g) ?? [];

/**
 * What is stored beside a name to search it: " tinh bac ninh ". It has a space around each word, so that what is searched
 * begins at a word. Neither case nor marks are in it, on both dialects.
 */
export const searchedText = (name: string): string => ` ${wordsOf(name).join(" ")} `;

/**
 * The pattern of LIKE for what somebody has typed so far: its words follow each other in the name, and the last one may
 * be unfinished. Without words it fits nothing.
 */
export function searchPattern(typed: string): string {
  const words = wordsOf(typed);
  return words.length === 0 ? "" : `% ${words.join(" ")}%`;
}
