import type { EntityManager } from "typeorm";
import { tableOf } from "../database/table.js";
import { groupBy } from "../group-by.js";
import { alikeIn } from "./alike-totals.js";
import { addWithDetails } from "./total-details.js";
import type { Totals } from "./totals.js";

/** A row before and after a write. Null: it was not there, or is removed. */
export interface RowChange<Row> {
  readonly before: Row | null;
  readonly after: Row | null;
  /** The details that take the place of those on record. Null or left out: those stay. */
  readonly details?: readonly object[] | null;
}

type Values = Readonly<Record<string, unknown>>;

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
  const given = detailsGiven(changes);
  for (const alike of alikeIn(totals.filter(({ counted }) => counted === entity))) {
    const { reads, subject } = alike;
    const counted = reads ? changes.filter((change) => isChanged(change, reads)) : changes;
    if (counted.length === 0) continue;
    const { before, after } =
      subject === undefined
        ? oneByOne(counted)
        : await together(manager, entity, { subject, reads }, counted);
    await addWithDetails(manager, alike.totals, before, -1);
    await addWithDetails(manager, alike.totals, after, 1, given);
  }
}

const isChanged = ({ before, after, details }: RowChange<object>, properties: readonly string[]): boolean =>
  before === null ||
  after === null ||
  details != null ||
  properties.some((property) => (before as Values)[property] !== (after as Values)[property]);

/** The details that rows get by these changes. */
function detailsGiven(changes: readonly RowChange<object>[]): ReadonlyMap<object, readonly object[]> {
  const given = new Map<object, readonly object[]>();
  for (const { after, details } of changes) if (after && details) given.set(after, details);
  return given;
}

/** The rows of subjects. Each element has all rows of one subject. */
interface Subjects {
  readonly before: readonly (readonly object[])[];
  readonly after: readonly (readonly object[])[];
}

const oneByOne = (changes: readonly RowChange<object>[]): Subjects => ({
  before: changes.flatMap(({ before }) => (before ? [[before]] : [])),
  after: changes.flatMap(({ after }) => (after ? [[after]] : [])),
});

interface Together {
  readonly subject: string;
  /** What is read of rows that do not change. Undefined: all. */
  readonly reads: readonly string[] | undefined;
}

/** All rows of the subjects that change, also those rows that do not. */
async function together<Row extends object>(
  manager: EntityManager,
  entity: new () => Row,
  { subject, reads }: Together,
  changes: readonly RowChange<Row>[],
): Promise<Subjects> {
  const subjectOf = (row: object) => (row as Values)[subject] ?? null;
  const key = manager.connection.getMetadata(entity).primaryColumns.map(({ propertyName }) => propertyName);
  const keyOf = (row: object) => key.map((property) => (row as Values)[property]).join("\u0000");
  const changed = changes.flatMap(({ before, after }) => [before, after]).filter((row) => row !== null);
  const subjects = new Set(changed.map(subjectOf).filter((value) => value !== null));
  const whole = tableOf<Record<string, unknown>>(manager, entity as never);
  const table = reads ? whole.only(...key, ...reads) : whole;
  const stored = await table.readBy(subject, subjects as never);
  const after = new Map<string, object>(stored.map((row) => [keyOf(row), row]));
  for (const { before } of changes) if (before) after.delete(keyOf(before));
  for (const { after: row } of changes) if (row && subjectOf(row) !== null) after.set(keyOf(row), row);
  const alone = oneByOne(changes);
  const withoutSubject = (rows: readonly object[]) => rows.every((row) => subjectOf(row) === null);
  return {
    before: [...groupBy(stored, subjectOf).values(), ...alone.before.filter(withoutSubject)],
    after: [...groupBy(after.values(), subjectOf).values(), ...alone.after.filter(withoutSubject)],
  };
}
