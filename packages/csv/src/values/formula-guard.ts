/**
 * Spreadsheets run text that begins with = + - or @ as a formula. Exporting therefore writes an apostrophe before
 * such text, and importing removes it. Text that already begins with apostrophes and one of these characters gets
 * one more apostrophe, so that importing an export gives exactly the same text.
 */
const dangerous = /^'*[=+\-@]/;
const guarded = /^'+[=+\-@]/;

export const guardFormula = (text: string): string => (dangerous.test(text) ? `'${text}` : text);

export const withoutGuard = (cell: string): string => (guarded.test(cell) ? cell.slice(1) : cell);
