// Other packages compile this file from its source and need the types too. A module cannot declare another one.
// oxlint-disable-next-line typescript/triple-slash-reference
/// <reference path="./cli-progress.d.ts" />
import type { WriteStream } from "node:tty";
import { SingleBar } from "cli-progress";

/** Where a long task reports how far it is. Amounts are rows or bytes, always the same. */
export interface Progress {
  line(text: string): void;
  begin(expected: number): void;
  advance(amount: number, label: string): void;
  /** To be called after `begin`, also when the task failed. */
  end(): void;
}

type Output = NodeJS.WritableStream & Partial<Pick<WriteStream, "isTTY">>;

/** A bar on a terminal, plain lines elsewhere. */
export function createProgress(output: Output): Progress {
  const line = (text: string) => void output.write(`${text}\n`);
  if (output.isTTY) return withBar(output, line);
  return { line, begin: () => {}, advance: () => {}, end: () => {} };
}

function withBar(output: Output, line: (text: string) => void): Progress {
  const bar = new SingleBar({
    stream: output,
    format: "  {bar} {percentage} %  {label}",
    barCompleteChar: "█",
    barIncompleteChar: "░",
    barsize: 40,
    hideCursor: true,
    clearOnComplete: true,
    stopOnComplete: false,
  });
  let waiting: string[] = [];
  return {
    // A line in between would break the bar, so it is written after the end.
    line: (text) => void (bar.isActive ? waiting.push(text) : line(text)),
    begin: (expected) => bar.start(expected, 0, { label: "" }),
    advance: (amount, label) => bar.increment(amount, { label }),
    end: () => {
      bar.stop();
      waiting.forEach(line);
      waiting = [];
    },
  };
}
