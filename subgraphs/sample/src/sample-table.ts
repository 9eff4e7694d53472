/** The rows of one table of a department, made on demand: they are never all in memory. */
export interface SampleTable {
  readonly entity: new () => object;
  rows(): Iterable<object>;
  /** For the progress bar; an estimate will do. */
  readonly expectedRows?: number;
}
