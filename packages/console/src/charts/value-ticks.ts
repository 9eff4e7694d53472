import { letter } from "./short-names.js";

interface Ticks {
  /** About how many. */
  readonly count: number;
  /** Half of the last label may stand beyond the figure's area, in pixels. */
  readonly marginRight: number;
}

const gap = 10;

/** The axis of values has as many labels as stand beside each other: "1,5 nghìn tỷ" is long. */
export function valueTicks(largest: number, room: number, write: (value: number) => string): Ticks {
  const power = 10 ** Math.floor(Math.log10(Math.max(Math.abs(largest), 1)));
  const label = (write(1.5 * power).length + 1) * letter;
  // Round numbers may lie closer than asked for.
  const count = Math.floor(room / ((label + gap) * 1.3));
  return { count: Math.min(7, Math.max(2, count)), marginRight: Math.max(12, label / 2) };
}
