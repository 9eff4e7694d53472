import { monitorEventLoopDelay } from "node:perf_hooks";

/*
 * Loaded before a contestant's program (`node --import`): measures its process from the message "begin" to "end".
 * Plain JavaScript, so that the process needs no compiler.
 */
const resolutionMs = 5;
const delay = monitorEventLoopDelay({ resolution: resolutionMs });
let cpu = process.cpuUsage();
let idleBytes = 0;
let peakBytes = 0;
let watch;

const watchMemory = () => (peakBytes = Math.max(peakBytes, process.memoryUsage.rss()));

const answers = {
  // Only before memory is measured: a collection also throws away compiled code.
  collectGarbage: () => {
    globalThis.gc();
    return {};
  },
  // What is still needed, in bytes: without what a collection takes away.
  usedBytes: () => {
    globalThis.gc();
    const { heapUsed, external } = process.memoryUsage();
    return heapUsed + external;
  },
  // Since the process began.
  usage: () => {
    const { user, system } = process.cpuUsage();
    return { cpuMs: (user + system) / 1000 };
  },
  begin: () => {
    idleBytes = peakBytes = process.memoryUsage.rss();
    watch = setInterval(watchMemory, 50);
    delay.reset();
    delay.enable();
    cpu = process.cpuUsage();
    return {};
  },
  end: () => {
    const { user, system } = process.cpuUsage(cpu);
    delay.disable();
    clearInterval(watch);
    watchMemory();
    // The histogram has the time between two turns of the loop, so a loop that is never late has the resolution.
    const delayP99Ms = Math.max(0, delay.percentile(99) / 1e6 - resolutionMs);
    return { cpuMs: (user + system) / 1000, delayP99Ms, peakBytes, idleBytes };
  },
};

process.on("message", (message) => {
  if (Object.hasOwn(answers, message)) process.send(answers[message]());
});
process.once("disconnect", () => process.exit());
