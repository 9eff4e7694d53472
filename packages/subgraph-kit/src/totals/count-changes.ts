import type { EntityManager } from "typeorm";
import { tableOf } from "../database/table.js";
import { groupBy } from "../group-by.js";
import { addWithDetails } from "./total-details.js";
import type { Totals } from "./totals.js";

/** A row before and after a write. Null: it was not there, or is removed. */
export interface RowChange<Row> {
  readonly before: Row | null;
  readonly after: Row | null;
  /** The details that take the place of those on record. Null or left out: those stay. */
  readonly details?: readonly object[] | null;
}

type Values = Readonly<Record<string, string | null>>;

/**
 * Changes the totals that count these rows. It is to be called before the rows are written, with every row of the write
 * once. Rows are as the entity has them, whole.
 */
export async function countChanges<Row extends object>(
  manager: EntityManager,
  totals: readonly Totals[],
  entity: new () => Row,
  changes: readonly RowChange<Row>[],
): Promise<void> {
  const counting = totals.filter(({ counted }) => counted === entity);
  if (changes.length === 0) return;
  const given = detailsGiven(changes);
  for (const [subject, group] of groupBy(counting, (each) => each.subject)) {
    const { before, after } =
      subject === undefined ? oneByOne(changes) : await together(manager, entity, subject, changes);
    await addWithDetails(manager, group, before, -1);
    await addWithDetails(manager, group, after, 1, given);
  }
}

/** The details that rows get by these changes. */
const detailsGiven = (changes: readonly RowChange<object>[]): ReadonlyMap<object, readonly object[]> =>
  new Map(changes.flatMap(({ after, details }) => (after && details ? [[after, details]] : [])));

/** The rows of subjects. Each element has all rows of one subject. */
interface Subjects<Row> {
  readonly before: readonly (readonly Row[])[];
  readonly after: readonly (readonly Row[])[];
}

const oneByOne = <Row>(changes: readonly RowChange<Row>[]): Subjects<Row> => ({
  before: changes.flatMap(({ before }) => (before ? [[before]] : [])),
  after: changes.flatMap(({ after }) => (after ? [[after]] : [])),
});

/** All rows of the subjects that change, also those rows that do not. */
async function together<Row extends object>(
  manager: EntityManager,
  entity: new () => Row,
  subject: string,
  changes: readonly RowChange<Row>[],
): Promise<Subjects<Row>> {
  const subjectOf = (row: Row) => (row as Values)[subject] ?? null;
  const keyOf = keyIn(manager, entity);
  const changed = changes.flatMap(({ before, after }) => [before, after]).filter((row) => row !== null);
  const subjects = new Set(changed.map(subjectOf).filter((value) => value !== null));
  const stored = await tableOf(manager, entity).readBy(subject as keyof Row & string, subjects);
  const after = new Map(stored.map((row) => [keyOf(row), row]));
  for (const { before } of changes) if (before) after.delete(keyOf(before));
  for (const { after: row } of changes) if (row && subjectOf(row) !== null) after.set(keyOf(row), row);
  const alone = oneByOne(changes);
  const withoutSubject = (rows: readonly Row[]) => rows.every((row) => subjectOf(row) === null);
  return {
    before: [...groupBy(stored, subjectOf).values(), ...alone.before.filter(withoutSubject)],
    after: [...groupBy(after.values(), subjectOf).values(), ...alone.after.filter(withoutSubject)],
  };
}

function keyIn<Row extends object>(manager: EntityManager, entity: new () => Row): (row: Row) => string {
  const { primaryColumns } = manager.connection.getMetadata(entity);
  const properties = primaryColumns.map(({ propertyName }) => propertyName);
  return (row) => properties.map((property) => (row as Values)[property]).join("\u0000");
}
