/** What a key does in the list of a combobox, as the ARIA practices have it. */
export interface Highlight {
  readonly isOpen: boolean;
  /** -1: none. */
  readonly active: number;
}

export type KeyEffect =
  | { readonly kind: "move"; readonly highlight: Highlight }
  | { readonly kind: "choose"; readonly index: number }
  | { readonly kind: "reset" };

const move = (active: number): KeyEffect => ({ kind: "move", highlight: { isOpen: true, active } });

/** Undefined: the key is the text's own. */
export function keyEffect(key: string, { isOpen, active }: Highlight, count: number): KeyEffect | undefined {
  if (key === "ArrowDown") return move(isOpen && count > 0 ? (active + 1) % count : -1);
  if (key === "ArrowUp") return move(isOpen && count > 0 ? (Math.max(active, 0) - 1 + count) % count : -1);
  if (key === "Enter" && isOpen && active >= 0) return { kind: "choose", index: active };
  if (key === "Escape") return { kind: "reset" };
  return undefined;
}
