import { parse } from "csv-parse/sync";

/** How long a download took from its request on, and what came. */
export interface Download {
  readonly firstMs: number;
  readonly wholeMs: number;
  readonly rows: number;
  readonly bytes: number;
}

/** Downloads a report as CSV, with the defaults of its parameters. Throws where it fails. */
export async function measureDownload(
  gateway: URL,
  name: string,
  token: string | undefined,
  signal: AbortSignal,
): Promise<Download> {
  const headers = { authorization: `Bearer ${token}`, "x-purpose": "bench" };
  const began = performance.now();
  const response = await fetch(new URL(`/reports/${name}.csv`, gateway), { headers, signal });
  if (!response.ok) throw new Error(`${name}: ${response.status} ${await response.text()}`);
  const chunks: Uint8Array[] = [];
  let firstMs = Number.NaN;
  for await (const chunk of response.body ?? []) {
    if (chunks.length === 0) firstMs = performance.now() - began;
    chunks.push(chunk as Uint8Array);
  }
  const wholeMs = performance.now() - began;
  const file = Buffer.concat(chunks);
  const { length } = parse(file);
  return { firstMs, wholeMs, rows: length - 1, bytes: file.length };
}
