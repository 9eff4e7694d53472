import { headersFor } from "../run/load-report.js";
import { paced } from "../run/paced.js";
import { readRefusal } from "../run/report-run.js";

export interface FileRequest {
  readonly url: string;
  readonly token: string | undefined;
  readonly signal: AbortSignal;
  /** Is told how many bytes are there. */
  readonly show: (bytes: number) => void;
}

/** What the server says where it sends no file. */
export class FileRefused extends Error {
  constructor(readonly problems: readonly string[]) {
    super("The file was refused.");
  }
}

/** How often the page is told how much is there, in milliseconds. */
const pace = 250;

/**
 * Fetches a whole file: a link could carry no token, and could not say how far it is or why there is none. Rejects where the
 * server refuses, with `FileRefused`, and where it breaks off.
 */
export async function fetchFile({ url, token, signal, show }: FileRequest): Promise<Blob> {
  const response = await fetch(url, { headers: headersFor(token), signal });
  if (!response.ok) throw new FileRefused(readRefusal(response.status, await response.text()).problems);
  let bytes = 0;
  const { note, end } = paced(() => show(bytes), pace);
  const counting = new TransformStream<Uint8Array, Uint8Array>({
    transform(part, controller) {
      bytes += part.length;
      controller.enqueue(part);
      note();
    },
  });
  return new Response(response.body?.pipeThrough(counting)).blob().finally(end);
}
