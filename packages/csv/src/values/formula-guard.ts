/**
 * Spreadsheets take text that begins with = + - or @ for a formula, and run it. A file is therefore written
 * with an apostrophe before such text, which is taken away when the file is read. Text that begins with
 * apostrophes and then one of these characters gets one more, so that the round trip is exact.
 */
const dangerous = /^'*[=+\-@]/;
const guarded = /^'+[=+\-@]/;

export const guardFormula = (text: string): string => (dangerous.test(text) ? `'${text}` : text);

export const withoutGuard = (cell: string): string => (guarded.test(cell) ? cell.slice(1) : cell);
