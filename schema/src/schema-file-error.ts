/** A file of the schema folder that is written by hand, or was damaged, cannot be used as it is. */
export class SchemaFileError extends Error {
  override readonly name = "SchemaFileError";
}
