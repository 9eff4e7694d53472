import { once } from "node:events";
import { extname } from "node:path";
import { setFlagsFromString } from "node:v8";
import { Worker } from "node:worker_threads";
import type { LoadDepartments, LoadListener } from "@an-sinh/sample/load-departments";
import type { DatabaseLocations } from "./databases.js";
import type { ThreadMessage, ThreadTask } from "./sample-thread-messages.js";

/** Threads run what was built. */
const program = new URL("../dist/sample-thread.main.js", import.meta.url);

/** Nearly all objects are rows that live for a moment. With this room for them, collecting them takes half the time. */
const resourceLimits = { maxYoungGenerationSizeMb: 192 };

/**
 * V8 compiles a function again, optimized, once it has run for a moment. A load runs hundreds of functions for a few
 * seconds, and optimizing them took a seventh of its time. With seven times the moment it takes half of that. Threads
 * cannot have flags of their own. What is asked of the graph afterwards costs the same.
 */
const optimizeLater = "--interrupt-budget=500000";

/**
 * Loads the first department, which has three quarters of the rows, in one thread and the others in a second one. Each
 * thread has connections and a population of its own. When one fails, the other is stopped.
 */
export const loadInThreads =
  (locations: DatabaseLocations): LoadDepartments =>
  async (departments, scale, listener, signal) => {
    const wanted = [...locations].filter(([name]) => departments.includes(name));
    const parts = [wanted.slice(0, 1), wanted.slice(1)].filter((part) => part.length > 0);
    const failed = new AbortController();
    const stop = AbortSignal.any([failed.signal, ...(signal ? [signal] : [])]);
    const together = beginTogether(listener, parts.length);
    setFlagsFromString(optimizeLater);
    const threads = parts.map((part) => runThread({ locations: new Map(part), scale }, together, stop));
    try {
      await Promise.all(threads);
    } finally {
      failed.abort();
      await Promise.allSettled(threads);
    }
  };

/**
 * As programs load. Undefined: the program runs from its source and loads in its own thread, because what was built may be
 * older or missing.
 */
export const threadsIfBuilt = (locations: DatabaseLocations): LoadDepartments | undefined =>
  extname(import.meta.url) === ".js" ? loadInThreads(locations) : undefined;

/** Tells the listener of the beginning when all threads have begun, with all their rows. */
function beginTogether(listener: LoadListener, threads: number): LoadListener {
  let waiting = threads;
  let expected = 0;
  const onBegin = (rows: number) => {
    expected += rows;
    waiting -= 1;
    if (waiting === 0) listener.onBegin(expected);
  };
  return { ...listener, onBegin };
}

/** A thread that is stopped closes its connections, so its transaction is undone. */
async function runThread(task: ThreadTask, listener: LoadListener, signal: AbortSignal): Promise<void> {
  signal.throwIfAborted();
  const thread = new Worker(program, { workerData: task, execArgv: [], resourceLimits });
  const stop = () => void thread.terminate();
  signal.addEventListener("abort", stop);
  let failure: Error | undefined;
  thread.on("message", (message: ThreadMessage) => {
    if (message.kind === "begin") listener.onBegin(message.rows);
    if (message.kind === "progress") listener.onProgress(message.rows, message.department);
    if (message.kind === "loaded") listener.onLoaded(message.department, message.rows, message.seconds);
    if (message.kind === "failed") failure = new Error(message.message, { cause: causeOf(message.cause) });
  });
  try {
    // Rejects when the thread ends with an error that it did not tell, such as a lack of memory.
    await once(thread, "exit");
  } finally {
    signal.removeEventListener("abort", stop);
  }
  if (failure) throw failure;
  signal.throwIfAborted();
}

const causeOf = (message: string | undefined) => (message === undefined ? undefined : new Error(message));
