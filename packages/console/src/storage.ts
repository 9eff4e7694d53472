/** What a browser keeps for a page. One that may keep nothing refuses even to be asked: the page works without. */
export function readKept(kind: "localStorage" | "sessionStorage", key: string): string | undefined {
  try {
    return window[kind].getItem(key) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Undefined: forgets what was kept. */
export function keep(kind: "localStorage" | "sessionStorage", key: string, value: string | undefined): void {
  try {
    if (value === undefined) window[kind].removeItem(key);
    else window[kind].setItem(key, value);
  } catch {
    // It counts until the page is closed.
  }
}
