export interface Paced {
  /** Something is new. */
  readonly note: () => void;
  /** Nothing more is told. */
  readonly end: () => void;
}

/** Tells of what is new at once, and then at most every so many milliseconds. What is new last is told, too. */
export function paced(tell: () => void, paceMs: number): Paced {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isNew = false;
  const note = () => {
    isNew = true;
    if (timer === undefined) tellNow();
  };
  const tellNow = () => {
    timer = undefined;
    if (!isNew) return;
    isNew = false;
    tell();
    timer = setTimeout(tellNow, paceMs);
  };
  return { note, end: () => clearTimeout(timer) };
}
