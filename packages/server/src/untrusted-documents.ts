import type { GraphQLRequest } from "@apollo/server";
import type { IncomingHttpHeaders } from "node:http";
import type { Logger } from "./logger.js";

/** So many documents are logged from a start on: clients may send any number of them. */
const mostLogged = 1_000;

/** Names which documents run that are not trusted, each once: with `TRUSTED_DOCUMENTS=required` they would not. */
export class UntrustedDocuments {
  readonly #logged = new Set<string>();

  constructor(private readonly logger: Logger) {}

  log(hash: string, { query = "", operationName }: GraphQLRequest, headers: IncomingHttpHeaders): void {
    if (this.#logged.has(hash) || this.#logged.size === mostLogged) return;
    this.#logged.add(hash);
    const operation = nameOf(operationName ?? firstOperation.exec(query)?.[1]);
    const client = clientOf(headers);
    this.logger.warn({ hash, operation, client }, "A document runs that is not in the list of trusted ones.");
    if (this.#logged.size === mostLogged)
      this.logger.warn(`${mostLogged} documents were logged that are not trusted. Others are not logged.`);
  }
}

const firstOperation = /\b(?:query|mutation)\s+(\w+)/;

/** Anyone may send any name, also one with an identification number. Such a name is not logged. */
const loggedName = /^(?!.*\d(?:_*\d){8})[\w .:@/+-]{1,200}$/;

const nameOf = (given: string | undefined): string | undefined =>
  given !== undefined && loggedName.test(given) ? given : undefined;

/** By the headers that Apollo's clients send. */
function clientOf({
  "apollographql-client-name": name,
  "apollographql-client-version": version,
}: IncomingHttpHeaders): string | undefined {
  return nameOf([name, version].filter((part) => typeof part === "string").join(" "));
}
