import type { Answer } from "@an-sinh/server/direct-answers";
import type { GraphQLFormattedError } from "graphql";

/** A page that failed: what the client of the report gets, where nothing was sent yet. */
export class PageFailure extends Error {
  readonly status: number;
  readonly headers: ReadonlyMap<string, string>;

  constructor(
    { status, headers = new Map() }: Pick<Answer, "status" | "headers">,
    readonly errors: readonly GraphQLFormattedError[],
  ) {
    super(`A page of a report failed: ${errors.map(codeOf).join(", ")}`);
    this.name = "PageFailure";
    this.status = status === 200 ? statusOf(errors.map(codeOf)) : status;
    this.headers = headers;
  }

  /** Whether a field was refused that the caller may not see. */
  get isUnauthorized(): boolean {
    return this.errors.some((error) => codeOf(error) === "UNAUTHORIZED_FIELD_OR_TYPE");
  }
}

export const codeOf = ({ extensions }: GraphQLFormattedError): string =>
  String(extensions?.["code"] ?? "INTERNAL");

/** A report has no data beside errors, so the status says what GraphQL says in the answer. */
const statuses: readonly (readonly [code: string, status: number])[] = [
  ["UNAUTHORIZED_FIELD_OR_TYPE", 403],
  ["FORBIDDEN", 403],
  ["BAD_USER_INPUT", 400],
  ["QUERY_TOO_COMPLEX", 400],
  ["NOT_FOUND", 404],
  ["SUBGRAPH_TIMEOUT", 504],
  ["DATABASE_TIMEOUT", 504],
  ["SUBGRAPH_UNAVAILABLE", 503],
  ["DATABASE_UNAVAILABLE", 503],
  ["ACCESS_LOG_UNAVAILABLE", 503],
  ["SUBGRAPH_ERROR", 502],
  ["SUM_TOO_LARGE", 502],
];

/** Of several errors, the one that counts most: what the caller may not do, what was asked wrongly, what failed. */
const statusOf = (codes: readonly string[]): number =>
  statuses.find(([code]) => codes.includes(code))?.[1] ?? 500;
