import { openLog, readOf } from "./audit.js";

// Records reads of 30,000 bytes, and a short one after each, in a process whose files may not grow for ever.
process.on("SIGXFSZ", () => undefined);
const log = await openLog(process.argv[2] ?? "").catch((error: NodeJS.ErrnoException) => {
  console.log(error.code);
  process.exit();
});
for (let number = 0; number < 60; number += 1) {
  const id = `p${number}`;
  const others = number % 2 === 0 ? ["x".repeat(30_000)] : [];
  await log.record(readOf(id, ...others)).then(
    () => console.log(`recorded ${id}`),
    () => console.log(`refused ${id}`),
  );
}
