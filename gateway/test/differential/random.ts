/** Numbers that depend on nothing but the text. */
export interface Draw {
  /** A whole number from 0 to below the limit. */
  (limit: number): number;
}

export function drawFrom(text: string): Draw {
  let state = 2_166_136_261;
  for (let index = 0; index < text.length; index++) {
    state = Math.imul(state ^ text.charCodeAt(index), 16_777_619);
  }
  return (limit) => {
    state = (state + 0x6d2b_79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  };
}

export function pick<Item>(items: readonly Item[], position: number): Item {
  const item = items[position % items.length];
  if (item === undefined) throw new Error("Expected something to pick from");
  return item;
}
