import type { WriteStream } from "node:tty";

/** Shows how far a task is of which nobody knows the end. */
export interface Counter {
  show(text: string): void;
  /** Takes away what is shown. */
  end(): void;
}

type Output = NodeJS.WritableStream & Partial<Pick<WriteStream, "isTTY">>;

const shownMs = 100;
const clearLine = "\r\u001b[K";

/** A line on a terminal that changes a few times a second; nothing elsewhere. */
export function createCounter(output: Output): Counter {
  if (!output.isTTY) return { show: () => {}, end: () => {} };
  let shownAt = -Infinity;
  return {
    show: (text) => {
      const now = performance.now();
      if (now - shownAt < shownMs) return;
      shownAt = now;
      output.write(`${clearLine}  ${text}`);
    },
    end: () => void output.write(clearLine),
  };
}
