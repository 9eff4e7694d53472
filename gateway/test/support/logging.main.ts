import { openLog, readOf } from "./audit.js";

// Records reads, 20 at a time, and prints the id of each when it is recorded, until it is killed.
const log = await openLog(process.argv[2] ?? "");
let last = 0;
async function record(): Promise<void> {
  for (;;) {
    const id = `p${(last += 1)}`;
    await log.record(readOf(id));
    process.stdout.write(`${id}\n`);
  }
}
await Promise.all(Array.from({ length: 20 }, record));
