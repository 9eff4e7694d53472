import { HeaderMap } from "@apollo/server";
import { BadUserInputError } from "@an-sinh/server/errors";
import type { ExecutorRequest } from "@an-sinh/server/executable-graph";
import type { RateLimiter, RateLimits } from "@an-sinh/server/rate-limits";
import type { DocumentNode, OperationDefinitionNode } from "graphql";
import { callerKey } from "../caller-key.js";
import type { GatewayRequest } from "../gateway-request.js";
import { askedLookups, type AskedLookups } from "./asked-lookups.js";
import { readLookupFields, type LookupFields } from "./lookup-fields.js";

/**
 * Guards the fields with `@secretLookup`, which find something by a secret. Nobody may guess it by trying: an operation
 * has one look-up, and a caller some in a minute. Nobody may read it in a log: it comes as a variable of a POST only.
 */
export class SecretLookups {
  readonly #fields: LookupFields;
  readonly #limiters: ReadonlyMap<string, RateLimiter>;
  readonly #asked = new WeakMap<OperationDefinitionNode, AskedLookups>();

  constructor(supergraph: DocumentNode, rateLimits: RateLimits) {
    this.#fields = readLookupFields(supergraph);
    this.#limiters = new Map(
      [...this.#fields].map(([field, points]) => [
        field,
        rateLimits.limiter({ name: `lookup ${field}`, points, seconds: 60 }),
      ]),
    );
  }

  /** Throws BAD_USER_INPUT or RATE_LIMITED. Undefined: nothing is looked up. */
  admit(
    { document, operation }: ExecutorRequest,
    context: Pick<GatewayRequest, "caller" | "address" | "method">,
  ): Promise<void> | undefined {
    if (!operation) throw new Error("Expected an operation that was chosen before");
    const { fields, showsSecrets } = this.#askedBy(document, operation);
    if (fields.size === 0) return undefined;
    const [[name = "", field = ""] = []] = fields;
    if (fields.size > 1)
      throw new BadUserInputError(
        `Expected one look-up in an operation, but got ${fields.size}: ${[...fields.keys()].slice(0, 3).join(", ")}.`,
      );
    if (showsSecrets)
      throw new BadUserInputError(
        `${name}: expected its arguments as variables without defaults, but got values in the document.`,
      );
    if (context.method !== "POST") throw notPosted(name);
    return this.#limiters.get(field)?.take(callerKey(context), 1);
  }

  #askedBy(document: ExecutorRequest["document"], operation: OperationDefinitionNode): AskedLookups {
    const known = this.#asked.get(operation);
    if (known) return known;
    const asked = askedLookups(document, operation, this.#fields);
    this.#asked.set(operation, asked);
    return asked;
  }
}

function notPosted(name: string): BadUserInputError {
  const headers = new HeaderMap([["allow", "POST"]]);
  return new BadUserInputError(`${name}: expected a POST, because a URL is no place for a secret.`, {
    extensions: { http: { status: 405, headers } },
  });
}
