/*
 * Loaded before a program that ends by itself (`node --import`): tells the process that started it how much processor
 * time it has used, in milliseconds. Plain JavaScript, so that the process needs no compiler.
 */
process.once("exit", () => {
  const { user, system } = process.cpuUsage();
  process.send?.({ cpuMs: (user + system) / 1000 });
});
