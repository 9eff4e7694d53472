/** How a table is printed. */
export interface Paper {
  readonly isWide: boolean;
  readonly fontPoints: number;
  /** Whether even so a word has to be broken. */
  readonly breaksWords: boolean;
}

/** Between the margins of A4, upright and lying, in points. */
const [narrow, wide] = [510, 757] as const;

/** From the best to read to what still fits. */
const papers = [
  { width: narrow, fontPoints: 9 },
  { width: narrow, fontPoints: 8 },
  { width: wide, fontPoints: 8 },
  { width: wide, fontPoints: 7 },
  { width: wide, fontPoints: 6 },
  { width: wide, fontPoints: 5 },
] as const;

/** Of the widest of the usual fonts, as a share of its size; and of a cell on both sides, in points. */
const [letterWidth, padding] = [0.68, 6];

/** The paper on which the columns, whose longest words have so many letters, stand beside each other. */
export function paperFor(longestWords: readonly number[]): Paper {
  const letters = longestWords.reduce((all, one) => all + one, 0);
  const room = (points: number) => letters * letterWidth * points + longestWords.length * padding;
  const found = papers.find(({ width, fontPoints }) => room(fontPoints) <= width);
  const { width, fontPoints } = found ?? { width: wide, fontPoints: 5 };
  return { isWide: width === wide, fontPoints, breaksWords: !found };
}

/** The letters of the longest part that stays on one line: of a number all. */
export const longestWord = (text: string, isNumber: boolean): number =>
  isNumber ? text.length : Math.max(0, ...text.split(/\s+/).map((word) => word.length));
