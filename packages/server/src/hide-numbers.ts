/**
 * A text for an answer or a log without numbers of twelve digits, or of eleven after a zero: in Viet Nam each person has
 * one, and libraries repeat the values that they refuse.
 */
export const hideNumbers = (text: string): string =>
  text.replaceAll(/(?<![\p{L}\p{N}])\d{11,12}(?![\p{L}\p{N}])/gu, "[number]");
