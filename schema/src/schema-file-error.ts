/** A file of the schema folder is damaged, or what was written into it by hand is wrong. */
export class SchemaFileError extends Error {
  override readonly name = "SchemaFileError";
}
