import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { buildSchema, serveSubgraph } from "../support/gateway.js";
import { startGatewayProcess } from "../support/gateway-process.js";
import { bookSubgraphs, reportDocument } from "../support/report-graph.js";
import { compose } from "../support/supergraph.js";

const rows = 60_000;
/** Together the titles have 60 MB: with what a start needs, this heap cannot hold them. */
const titleLength = 1_000;
const heap = ["--max-old-space-size=110", "--max-semi-space-size=16"];
const mostMegabytes = 250;

const report = reportDocument(
  "",
  `query Books($first: Int = 200, $after: String) {
    books(first: $first, after: $after) { pageInfo { hasNextPage endCursor } edges { node { pages title } } }
  }`,
);

test("60,000 rows leave a gateway in a process of its own, which never holds 250 MB", async () => {
  const [books] = bookSubgraphs({ size: rows, titleLength });
  if (!books) throw new Error("Expected a subgraph");
  const { server, url } = await serveSubgraph(buildSchema(books));
  const folder = mkdtempSync(join(tmpdir(), "reports-"));
  writeFileSync(join(folder, "books.graphql"), report);
  const env = { REPORTS_FOLDER: folder };
  const gateway = await startGatewayProcess(compose([{ ...books, url }]), {
    env,
    execArgv: heap,
  });
  try {
    const response = await fetch(new URL("/reports/books.csv", gateway.url));
    let lines = 0;
    for await (const chunk of response.body ?? []) lines += countLines(chunk as Uint8Array);
    expect(lines).toBe(rows + 1);
    expect(peakMegabytes(gateway.pid)).toBeLessThan(mostMegabytes);
  } finally {
    await gateway[Symbol.asyncDispose]();
    await server.close();
    rmSync(folder, { recursive: true });
  }
}, 120_000);

function countLines(bytes: Uint8Array): number {
  let lines = 0;
  for (let at = bytes.indexOf(10); at !== -1; at = bytes.indexOf(10, at + 1)) lines += 1;
  return lines;
}

/** The most that the process has ever had in memory. */
function peakMegabytes(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, "utf8");
  return Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1]) / 1_000;
}
