import { getOperationAST, type DocumentNode } from "graphql";
import { BadUserInputError, ClientError } from "@an-sinh/server/errors";
import { safeNameOf } from "@an-sinh/server/observation/safe-name";
import type { GatewayContext } from "../data-sources/subgraph-source.js";
import type { RateLimiter } from "@an-sinh/server/rate-limits";
import type {
  AskedOperation,
  AuditedOperation,
  AuditedRead,
  ReadRecorder,
} from "../execution/run/read-recorder.js";
import type { AccessLog } from "./access-log.js";
import type { ReadEntry } from "./audit-entry.js";
import { operationHash } from "./operation-hash.js";

/** "records:*" means each scope that begins with "records:". */
export type ScopePattern = string;

const wellFormedPurpose = /^[\w.:/-]{1,100}$/;
/** Nobody's number gets into the log. */
const longNumber = /\d{9}/;

interface ReadLogOptions {
  /** For which scopes a request has to say its purpose. */
  readonly purposeFor: readonly ScopePattern[];
  /** How many refused operations of a caller are recorded. */
  readonly refusals: RateLimiter;
  readonly now?: (() => number) | undefined;
}

/** Writes into the access log who read what. Requests that must say a purpose and do not are refused. */
export class ReadLog implements ReadRecorder {
  readonly #log: AccessLog;
  readonly #needsPurpose: (scope: string) => boolean;
  readonly #refusals: RateLimiter;
  readonly #now: () => number;
  #lastTime = 0;

  constructor(log: AccessLog, { purposeFor, refusals, now = Date.now }: ReadLogOptions) {
    this.#log = log;
    this.#needsPurpose = (scope) => purposeFor.some((pattern) => matches(pattern, scope));
    this.#refusals = refusals;
    this.#now = now;
  }

  admit({ scopes }: AuditedOperation, { purpose }: GatewayContext): void {
    if (purpose === undefined) {
      if ([...scopes].some(this.#needsPurpose)) throw purposeMissing();
    } else if (!isPurpose(purpose)) {
      throw new BadUserInputError(
        "Expected as header x-purpose 1 to 100 letters, digits and . _ : / -, with no number of 9 digits or more.",
        { extensions: { http: { status: 400 } } },
      );
    }
  }

  async record(
    asked: AuditedOperation,
    { ids, outcome }: AuditedRead,
    context: GatewayContext,
  ): Promise<void> {
    const read = Object.fromEntries([...ids].map(([type, found]) => [type, [...found]]));
    await this.#write(this.#entryOf(asked, context, { read, outcome }));
  }

  /** Nobody who did not sign in can fill the disk: only what others ask is recorded, and so often of each. */
  async refuse(asked: AskedOperation, code: string, context: GatewayContext): Promise<void> {
    const { subject } = context.caller;
    if (subject === null || !(await this.#isAmongFirst(subject))) return;
    await this.#write(this.#entryOf(asked, context, { read: {}, outcome: "refused", code }));
  }

  async #isAmongFirst(subject: string): Promise<boolean> {
    try {
      await this.#refusals.take(subject, 1);
      return true;
    } catch (error) {
      if (error instanceof ClientError) return false;
      throw error;
    }
  }

  #entryOf(
    { document, operationName }: AskedOperation,
    { caller, purpose }: GatewayContext,
    what: Pick<ReadEntry, "read" | "outcome" | "code">,
  ): ReadEntry {
    // Entries are found by their time: it does not go back where the clock does.
    this.#lastTime = Math.max(this.#lastTime, this.#now());
    return {
      time: new Date(this.#lastTime).toISOString(),
      subject: caller.subject,
      agency: caller.agency,
      purpose: purpose !== undefined && isPurpose(purpose) ? purpose : null,
      operation: { name: nameOf(document, operationName), hash: operationHash(document) },
      ...what,
    };
  }

  async #write(entry: ReadEntry): Promise<void> {
    try {
      await this.#log.record(entry);
    } catch {
      throw new ClientError(
        "ACCESS_LOG_UNAVAILABLE",
        "The access log cannot be written, so the answer is held back. Ask again later.",
        { extensions: { http: { status: 503 } } },
      );
    }
  }
}

const isPurpose = (text: string): boolean => wellFormedPurpose.test(text) && !longNumber.test(text);

const matches = (pattern: ScopePattern, scope: string): boolean =>
  pattern.endsWith("*") ? scope.startsWith(pattern.slice(0, -1)) : scope === pattern;

function nameOf(document: DocumentNode, operationName: string | undefined): string | null {
  const operation = getOperationAST(document, operationName);
  return (operation && safeNameOf(operation)) ?? null;
}

const purposeMissing = (): ClientError =>
  new ClientError("FORBIDDEN", "Expected a header x-purpose that says for what the data is read.", {
    extensions: { http: { status: 403 } },
  });
