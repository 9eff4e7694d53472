import { defineLoader, type LoaderDefinition } from "@an-sinh/subgraph-kit/batching";
import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import type { Database } from "@an-sinh/subgraph-kit/database/database";
import { groupBy } from "@an-sinh/subgraph-kit/group-by";
import { isOfStoredVersion, storedVersion } from "@an-sinh/subgraph-kit/data-version";
import { LRUCache } from "lru-cache";
import type { CellsDefinition } from "./cells.js";
import { unitLattice, type TiedUnits } from "./unit-lattice.js";
import { withholdCells, type WithheldCells } from "./withhold-cells.js";

/** A statistic whose small numbers are withheld. */
export interface Cells<Question> {
  readonly scope: string;
  /** The withheld cells of each unit. */
  readonly loader: LoaderDefinition<ReadonlySet<string>, Question>;
}

/** Declares what a statistic counts. */
export function defineCells<Question>(definition: CellsDefinition<Question>): Cells<Question> {
  const known = new WeakMap<Database, Known>();
  const loader = defineLoader<ReadonlySet<string>, Question>(async (unitIds, context, question) => {
    const lattice = await unitLattice(context);
    const tied = unitIds.map((unitId) => lattice.tiedTo(unitId));
    const patterns = knownOf(known, context.database);
    const found = await findWithheld(definition, context, question, new Set(tied), patterns);
    return unitIds.map((unitId, index) => found.get(tied[index])?.get(unitId) ?? nothing);
  });
  return { scope: definition.scope, loader };
}

/**
 * The cells of a unit that the caller may not see. They depend on the unit, the question and the rows alone, and not on
 * what else is asked: so several answers tell no more than one.
 */
export async function withheldCells<Question>(
  context: RequestContext,
  cells: Cells<Question>,
  unitId: string,
  question: Question,
): Promise<ReadonlySet<string>> {
  if (await maySeeAll(context, cells, unitId)) return nothing;
  return context.load(cells.loader, unitId, question);
}

const nothing: ReadonlySet<string> = new Set();

/** Who may read the rows of a unit sees all that is counted of them. */
export async function maySeeAll(
  context: RequestContext,
  { scope }: Pick<Cells<never>, "scope">,
  unitId: string,
): Promise<boolean> {
  if (!context.caller.scopes.includes(scope)) return false;
  return context.areas === null || (await unitLattice(context)).isIn(unitId, context.areas);
}

/** What is withheld, by the version of the data, the question and the units. */
type Known = LRUCache<string, WithheldCells>;

const keptCells = 500_000;

const sizeOf = (withheld: WithheldCells): number =>
  [...withheld.values()].reduce((sum, cells) => sum + cells.size, 1);

function knownOf(known: WeakMap<Database, Known>, database: Database): Known {
  const own = known.get(database);
  if (own) return own;
  const fresh: Known = new LRUCache({ maxSize: keptCells, sizeCalculation: sizeOf });
  known.set(database, fresh);
  return fresh;
}

async function findWithheld<Question>(
  { read }: CellsDefinition<Question>,
  context: RequestContext,
  question: Question,
  asked: ReadonlySet<TiedUnits | undefined>,
  known: Known,
): Promise<ReadonlyMap<TiedUnits | undefined, WithheldCells>> {
  const found = new Map<TiedUnits | undefined, WithheldCells>();
  const missing: TiedUnits[] = [];
  const version = await storedVersion(context);
  const keyOf = ({ unitIds: [first] }: TiedUnits) => JSON.stringify([version, question, first]);
  for (const tied of asked) {
    if (!tied) continue;
    const withheld = known.get(keyOf(tied));
    if (withheld) found.set(tied, withheld);
    else missing.push(tied);
  }
  if (missing.length === 0) return found;
  const cells = await read(
    context,
    missing.flatMap(({ unitIds }) => unitIds),
    question,
  );
  const isKept = await isOfStoredVersion(context);
  const byUnit = groupBy(cells, ({ unitId }) => unitId);
  for (const tied of missing) {
    context.signal.throwIfAborted();
    const withheld = await withholdCells(
      tied.graph,
      tied.unitIds.flatMap((unitId) => byUnit.get(unitId) ?? []),
    );
    if (isKept) known.set(keyOf(tied), withheld);
    found.set(tied, withheld);
  }
  return found;
}
