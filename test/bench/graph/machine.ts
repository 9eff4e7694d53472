import { cpus, totalmem } from "node:os";

/** "Node 20.20.2 on 2 × AMD EPYC, 23 GiB, 2026-11-26" */
export function describeMachine(): string {
  const processors = cpus();
  const memory = `${Math.round(totalmem() / 2 ** 30)} GiB`;
  const day = new Date().toISOString().slice(0, 10);
  return `Node ${process.versions.node} on ${processors.length} × ${processors[0]?.model ?? process.arch}, ${memory}, ${day}`;
}
