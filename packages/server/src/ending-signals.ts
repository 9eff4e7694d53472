/** npm passes on the Ctrl-C of a terminal, which has sent it to all its programs already. Nobody is as fast. */
const repeatMs = 500;

export const endingSignals = ["SIGINT", "SIGQUIT", "SIGTERM"] as const;

/** Calls `end` on the first signal to end. On a second one, the program ends at once, with exit code 130. */
export function onEndingSignal(end: () => void): void {
  let firstAt: number | undefined;
  for (const signal of endingSignals) {
    process.on(signal, () => {
      const isFirst = firstAt === undefined;
      firstAt ??= performance.now();
      if (isFirst) end();
      else if (performance.now() - firstAt > repeatMs) process.exit(130);
    });
  }
}
