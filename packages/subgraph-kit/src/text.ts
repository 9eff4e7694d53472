/**
 * A text as files and arguments give it, in the form in which it is stored: NFC, a line feed between lines, and no
 * space around it. Equal texts have the same bytes, and both dialects compare bytes.
 */
export const normalizedText = (text: string): string => text.replaceAll("\r\n", "\n").normalize("NFC").trim();

/** Control characters, but not tab and line feed, and halves of surrogate pairs, which UTF-8 cannot encode. */
// oxlint-disable-next-line no-control-regex -- it looks for control characters
const notStorable = /[\u0000-\u0008\u000b-\u001f\u007f\p{Surrogate}]/u;

/** Whether a normalized text can be stored as it is. */
export const isStorable = (text: string): boolean => !notStorable.test(text);
