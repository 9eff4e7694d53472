import { z } from "zod";
import { SchemaFileError } from "./schema-file-error.js";

export const acceptedBreaksFile = "accepted-breaks.json";

const acceptedBreak = z.strictObject({
  change: z
    .string()
    .trim()
    .min(1, "expected the change as `npm run schema` prints it, but got an empty string"),
  reason: z.string().trim().min(1, "expected why consumers may be broken, but got an empty string"),
});

/** A break of the promised API that was decided. Its entry stays in the file as a record. */
export type AcceptedBreak = z.output<typeof acceptedBreak>;

/** Reads `accepted-breaks.json`; no file means no accepted break. Throws a `SchemaFileError` naming every bad entry. */
export function parseAcceptedBreaks(json: string | undefined): AcceptedBreak[] {
  if (json === undefined) return [];
  const result = z.array(acceptedBreak).safeParse(parseJson(json));
  if (result.success) return result.data;
  const problems = result.error.issues.map(
    ({ path, message }) => `  ${path.join(".") || "file"}: ${message}`,
  );
  throw new SchemaFileError([`schema/${acceptedBreaksFile} is not usable:`, ...problems].join("\n"));
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch (error) {
    throw new SchemaFileError(`schema/${acceptedBreaksFile} is not JSON: ${String(error)}`);
  }
}
