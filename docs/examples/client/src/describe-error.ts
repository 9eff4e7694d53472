/** An error of an answer, as the gateway sends it. docs/errors.md lists the codes. */
export interface AnswerError {
  readonly message: string;
  readonly path?: readonly (string | number)[] | undefined;
  readonly extensions?: Readonly<Record<string, unknown>> | undefined;
}

/** What somebody has to do about it. */
export type Remedy = "SIGN_IN" | "ASK_LATER" | "ASK_FOR_LESS" | "CORRECT_INPUT" | "REPORT";

const remedies: Readonly<Record<string, Remedy>> = {
  UNAUTHENTICATED: "SIGN_IN",
  UNAUTHORIZED_FIELD_OR_TYPE: "SIGN_IN",
  BAD_USER_INPUT: "CORRECT_INPUT",
  NOT_FOUND: "CORRECT_INPUT",
  QUERY_TOO_COMPLEX: "ASK_FOR_LESS",
  RATE_LIMITED: "ASK_LATER",
  OVERLOADED: "ASK_LATER",
  SUBGRAPH_UNAVAILABLE: "ASK_LATER",
  SUBGRAPH_TIMEOUT: "ASK_LATER",
  DATABASE_UNAVAILABLE: "ASK_LATER",
  DATABASE_TIMEOUT: "ASK_LATER",
};

export interface DescribedError {
  readonly remedy: Remedy;
  /** The department that failed. Null: it is none's. */
  readonly department: string | null;
  /** The argument that has to change. Null: none. */
  readonly argument: string | null;
  readonly message: string;
}

/** The code decides, never the text. A field that failed is null in the data, and the rest of the data can be shown. */
export function describeError({ message, extensions = {} }: AnswerError): DescribedError {
  const { code, service, argument } = extensions;
  return {
    remedy: remedies[String(code)] ?? "REPORT",
    department: typeof service === "string" ? service : null,
    argument: typeof argument === "string" ? argument : null,
    message,
  };
}
