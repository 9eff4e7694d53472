import type { Row } from "./report-stream.js";

/** A department that did not answer, or another fault that left cells empty. */
export interface PartialError {
  readonly message: string;
  readonly code?: string | undefined;
  readonly service?: string | undefined;
  /** Names of the columns whose cells lack. */
  readonly columns: readonly string[];
}

/** Why there is no report. */
export interface Refusal {
  readonly status: number;
  readonly problems: readonly string[];
}

/** A report that is asked for. Rows are one list that grows; `count` says how many are there to show. */
export interface ReportRun {
  readonly status: "none" | "loading" | "done" | "stopped" | "cut" | "failed";
  readonly rows: readonly Row[];
  readonly count: number;
  /** About how many rows there will be. Undefined: nobody can say. */
  readonly expected?: number | undefined;
  readonly errors: readonly PartialError[];
  readonly refusal?: Refusal | undefined;
}

export const noRun: ReportRun = { status: "none", rows: [], count: 0, errors: [] };

type Json = Readonly<Record<string, unknown>>;

const objects = (value: unknown): readonly Json[] =>
  Array.isArray(value) ? value.filter((entry) => typeof entry === "object" && entry !== null) : [];

const text = (value: unknown): string | undefined => (typeof value === "string" ? value : undefined);

/** The errors of a report that arrived in part. Those of GraphQL have code and service among their extensions. */
export function readPartialErrors(errors: unknown): readonly PartialError[] {
  return objects(errors).map((error) => {
    const more = { ...error, ...(error["extensions"] as Json | undefined) };
    const columns = Array.isArray(more["columns"]) ? more["columns"] : [];
    return {
      message: text(more["message"]) ?? "",
      code: text(more["code"]),
      service: text(more["service"]),
      columns: columns.filter((column): column is string => typeof column === "string"),
    };
  });
}

/** What a refusal says, each message once. */
export function readRefusal(status: number, body: string): Refusal {
  let answer: unknown;
  try {
    answer = JSON.parse(body);
  } catch {
    return { status, problems: [] };
  }
  const messages = objects((answer as Json)["errors"]).flatMap(({ message }) => text(message) ?? []);
  return { status, problems: [...new Set(messages)] };
}
