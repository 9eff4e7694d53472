/**
 * Spreadsheets run text that begins with = + - or @ as a formula, also in their full-width forms and after a tab or a
 * line break. Exporting therefore writes an apostrophe before such text, and importing removes it. Text that already
 * begins with apostrophes and one of these characters gets one more apostrophe, so that importing an export gives
 * exactly the same text. Columns of numbers are not text: -5 stays a number.
 */
const dangerous = /^'*[=+\-@\t\r\n＝＋－＠]/;
const guarded = /^'+[=+\-@\t\r\n＝＋－＠]/;

export const guardFormula = (text: string): string => (dangerous.test(text) ? `'${text}` : text);

export const withoutGuard = (cell: string): string => (guarded.test(cell) ? cell.slice(1) : cell);
