import { BadUserInputError, ClientError } from "@an-sinh/server/errors";
import type { GatewayContext } from "../data-sources/subgraph-source.js";
import type { AuditedOperation, AuditedRead, ReadRecorder } from "../execution/run/read-recorder.js";
import type { AccessLog } from "./access-log.js";
import { operationHash } from "./operation-hash.js";

/** "records:*" means each scope that begins with "records:". */
export type ScopePattern = string;

const wellFormedPurpose = /^[\w.:/-]{1,100}$/;
/** Nobody's number gets into the log. */
const longNumber = /\d{9}/;

/** Writes into the access log who read what. Requests that must say a purpose and do not are refused. */
export class ReadLog implements ReadRecorder {
  readonly #log: AccessLog;
  readonly #needsPurpose: (scope: string) => boolean;
  readonly #now: () => number;

  /** `purposeFor`: for which scopes a request has to say its purpose. */
  constructor(log: AccessLog, purposeFor: readonly ScopePattern[], now: () => number = Date.now) {
    this.#log = log;
    this.#needsPurpose = (scope) => purposeFor.some((pattern) => matches(pattern, scope));
    this.#now = now;
  }

  admit({ scopes }: AuditedOperation, { purpose }: GatewayContext): void {
    if (purpose === undefined) {
      if ([...scopes].some(this.#needsPurpose)) throw purposeMissing();
    } else if (!wellFormedPurpose.test(purpose) || longNumber.test(purpose)) {
      throw new BadUserInputError(
        "Expected as header x-purpose 1 to 100 letters, digits and . _ : / -, with no number of 9 digits or more.",
        { extensions: { http: { status: 400 } } },
      );
    }
  }

  async record(
    { document, operationName }: AuditedOperation,
    { ids, outcome }: AuditedRead,
    { caller, purpose }: GatewayContext,
  ): Promise<void> {
    const entry = {
      time: new Date(this.#now()).toISOString(),
      subject: caller.subject,
      agency: caller.agency,
      purpose: purpose ?? null,
      operation: { name: nameOf(operationName), hash: operationHash(document) },
      read: Object.fromEntries([...ids].map(([type, found]) => [type, [...found]])),
      outcome,
    };
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

const matches = (pattern: ScopePattern, scope: string): boolean =>
  pattern.endsWith("*") ? scope.startsWith(pattern.slice(0, -1)) : scope === pattern;

const nameOf = (operationName: string | undefined): string | null =>
  operationName === undefined || longNumber.test(operationName) ? null : operationName.slice(0, 100);

const purposeMissing = (): ClientError =>
  new ClientError("FORBIDDEN", "Expected a header x-purpose that says for what the data is read.", {
    extensions: { http: { status: 403 } },
  });
