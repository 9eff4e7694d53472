import { destination, pino, type DestinationStream } from "pino";

/** So much of the log is kept while nobody reads it. */
const mostBytes = 1024 * 1024;
const tryAgainMs = 100;
/** How long a process that ends waits for who reads its log. */
const lastWaitMs = 2_000;

/**
 * Standard error, for the lines of a log. Each is written at once, so that none is lost where the process ends. A pipe
 * that nobody reads does not stop the process: lines are kept, and dropped where they are too many. How many is logged
 * once somebody reads again.
 */
export const logOutput: DestinationStream = openOutput();

function openOutput(): DestinationStream {
  let isBehind = false;
  let dropped = 0;
  let waitUntil = 0;
  const output = destination({
    dest: 2,
    sync: true,
    // With 0, `flush` does nothing.
    minLength: 1,
    maxLength: mostBytes,
    retryEAGAIN: () => performance.now() < waitUntil,
  });
  output.on("error", ({ code }: NodeJS.ErrnoException) => {
    if (isBehind || code !== "EAGAIN") return;
    isBehind = true;
    setTimeout(tryAgain, tryAgainMs).unref();
  });
  output.on("drop", () => (dropped += 1));
  output.on("drain", () => {
    if (dropped === 0) return;
    pino({ base: null }, output).warn({ dropped }, "Log lines are missing here: nobody read the log.");
    dropped = 0;
  });
  const tryAgain = () => {
    isBehind = false;
    letWritesFail();
    output.flush();
  };
  process.once("exit", () => {
    if (!isBehind) return;
    waitUntil = performance.now() + lastWaitMs;
    try {
      letWritesFail();
      output.flushSync();
    } catch {
      // Nobody reads.
    }
  });
  return {
    write: (line) => {
      letWritesFail();
      output.write(line);
    },
  };
}

interface Pipe {
  setBlocking(isBlocking: boolean): void;
}

/**
 * Else a write to a pipe that is full would wait until somebody reads. It has to be said before each write: libuv 1.46, of
 * Node 20.20.2, makes standard error wait again, for all who share it, whenever a program is started that inherits it.
 * Test: packages/server/test/log-output.test.ts.
 */
function letWritesFail(): void {
  // oxlint-disable-next-line no-underscore-dangle -- Node has no other way to it. A file has none, and a terminal is read.
  const { isTTY, _handle: pipe } = process.stderr as { readonly isTTY?: boolean; readonly _handle?: Pipe };
  if (!isTTY) pipe?.setBlocking(false);
}
