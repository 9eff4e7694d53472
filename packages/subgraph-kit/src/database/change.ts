/** A row before and after it was written. A rule names with `Row` the properties that it looks at. */
export interface Change<Row> {
  /** Null: it was not there. */
  readonly before: Row | null;
  readonly after: Row;
}

/** Whether the row is new, or has another value than before in one of the properties. */
export const differs = <Row>(
  { before, after }: Change<Row>,
  ...properties: readonly (keyof Row)[]
): boolean => properties.some((property) => before?.[property] !== after[property]);
