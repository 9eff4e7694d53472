import type { IncomingHttpHeaders } from "node:http";

/** Decides which requests a server answers. Each method throws a `RequestError` for those that it does not. */
export interface RequestGuard {
  /** Called before the body is read. */
  checkHead(method: string, headers: IncomingHttpHeaders, requestId: string): void;
  /** Called with the body as it was sent, which may be compressed. */
  checkBody(body: Buffer, headers: IncomingHttpHeaders, requestId: string): void;
}
