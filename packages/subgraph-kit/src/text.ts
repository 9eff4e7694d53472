/**
 * A text as files and arguments give it, in the form in which it is stored: NFC, a line feed between lines, and no
 * space around it. Equal texts have the same bytes, and both dialects compare bytes.
 */
export const normalizedText = (text: string): string =>
  withoutSpaceAround(text.replaceAll("\r\n", "\n").normalize("NFC"));

/** Space, and characters that nobody sees, which copying from pages and chats leaves at the ends of a text. */
const space = /[\s\u00ad\u200b\u200e\u200f\u2060]/;

/** A text without what cannot be seen at its ends. */
export function withoutSpaceAround(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && isSpaceAt(text, start)) start += 1;
  while (end > start && isSpaceAt(text, end - 1)) end -= 1;
  return text.slice(start, end);
}

/** Most characters are seen at once to be no space: those of ASCII after the space itself. */
function isSpaceAt(text: string, index: number): boolean {
  const code = text.charCodeAt(index);
  return !(code > 0x20 && code < 0x80) && space.test(text.charAt(index));
}

/** Control characters, but not tab and line feed, and halves of surrogate pairs, which UTF-8 cannot encode. */
// oxlint-disable-next-line no-control-regex -- it looks for control characters
const notStorable = /[\u0000-\u0008\u000b-\u001f\u007f\p{Surrogate}]/u;

/** Whether a normalized text can be stored as it is. */
export const isStorable = (text: string): boolean => !notStorable.test(text);
