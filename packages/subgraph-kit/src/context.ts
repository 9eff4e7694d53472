import { wholeCountry, type Caller } from "@an-sinh/server/caller";
import type { LoaderDefinition } from "./batching.js";
import { CallBudget, withinRows, type ObjectBudget } from "./call-budget.js";
import { todayInVietNam } from "./calendar.js";
import type { Database, ReadResult, Reads, Statement } from "./database/database.js";
import { readWhileWanted } from "./database/wanted-read.js";
import { CallWork, type CallObservation } from "./observation/call-work.js";
import { LoaderRegistry } from "./loaders/loader-registry.js";
import type { Cursors } from "./cursors/cursors.js";
import { RowQuery } from "./rows/row-query.js";
import { toObjects } from "./rows/row-reader.js";
import { visibilityOf, type Areas } from "./rows/visibility.js";
import { untilAborted } from "@an-sinh/server/until-aborted";

/** One request to a subgraph, whichever way it came. */
export interface SubgraphCall extends CallObservation {
  readonly requestId: string;
  /** Fires when the answer is no longer wanted: the client left or the deadline passed. */
  readonly signal: AbortSignal;
  readonly caller: Caller;
  /** The budget of all calls for one answer. Default: the call has one of its own. */
  readonly budget?: ObjectBudget | undefined;
}

/** What a resolver may use: who is asking, until when, this request's loaders and reads. */
export class RequestContext {
  readonly requestId: string;
  readonly signal: AbortSignal;
  readonly caller: Caller;
  /** The units whose rows the caller may see. Null: all. */
  readonly areas: Areas;
  // Apollo Server 5.5.1 hands resolvers a copy of the context, and a copy has no `#private` members.
  // Test: packages/subgraph-kit/test/context.test.ts.
  private day: string | undefined;
  private readonly loaders = new LoaderRegistry(this);
  readonly budget: CallBudget;
  readonly work: CallWork;
  private readonly reads: Reads;
  private readonly readWanted: Database["read"];

  constructor(
    readonly database: Database,
    call: SubgraphCall,
    readonly cursors: Cursors,
    /** Is called for each SQL statement. */
    onStatement?: () => void,
  ) {
    this.requestId = call.requestId;
    this.signal = call.signal;
    this.budget = new CallBudget(call.budget);
    this.work = new CallWork(call, onStatement);
    this.reads = database.readsOfCall(call.requestId);
    this.readWanted = this.counted(readWhileWanted(this.reads, call.signal));
    this.caller = call.caller;
    this.areas = this.caller.areas.includes(wholeCountry) ? null : this.caller.areas;
  }

  /** The day on which the request is answered, YYYY-MM-DD in Viet Nam: "today" wherever a date is left out. */
  get today(): string {
    return (this.day ??= todayInVietNam());
  }

  /** One value through this request's loader: all keys awaited in the same tick share one statement. */
  load<Value, Key>(definition: LoaderDefinition<Value, void, Key>, key: Key): Promise<Value>;
  load<Value, Args, Key>(
    definition: LoaderDefinition<Value, Args, Key>,
    key: Key,
    args: Args,
  ): Promise<Value>;
  load<Value, Args, Key>(
    definition: LoaderDefinition<Value, Args, Key>,
    key: Key,
    args?: Args,
  ): Promise<Value> {
    return this.loaders.get(definition, args as Args).get(key);
  }

  /** The values of many keys, in their order, as `load` gives each of them. Rejects where one of them has none. */
  loadAll<Value, Key>(definition: LoaderDefinition<Value, void, Key>, keys: readonly Key[]): Promise<Value[]>;
  loadAll<Value, Args, Key>(
    definition: LoaderDefinition<Value, Args, Key>,
    keys: readonly Key[],
    args: Args,
  ): Promise<Value[]>;
  async loadAll<Value, Args, Key>(
    definition: LoaderDefinition<Value, Args, Key>,
    keys: readonly Key[],
    args?: Args,
  ): Promise<Value[]> {
    const loader = this.loaders.get(definition, args as Args);
    const loadings = keys.map((key) => loader.get(key));
    await loader.loadAll(loadings);
    return loadings.map((loading) => loading.value());
  }

  /**
   * Reads rows: of people, households and loans, and of what they refer to. It is the only way to read a row that a
   * caller gets to see, and gives only those that lie in the caller's areas. Throws for an entity of which nobody declared
   * where its rows lie.
   */
  read<Row extends object>(entity: new () => Row, alias: string): RowQuery<Row> {
    visibilityOf(entity);
    return this.query(entity, alias, this.areas);
  }

  /** Reads counts and sums, never a row of one person, household or loan: everyone may see the result. */
  statistics<Row extends object>(entity: new () => Row, alias: string): RowQuery<Row> {
    return this.query(entity, alias, null);
  }

  /** The same by SQL, made of queries of `statistics()` or `read()`, whose values are written `?`. */
  async statisticsBySql<Raw>({ sql, values }: Statement): Promise<Raw[]> {
    this.signal.throwIfAborted();
    return toObjects(await this.readWanted(sql, values)) as Raw[];
  }

  /**
   * Reads what a verdict about one household or person rests on, wherever it lies: a verdict does not depend on who asks.
   * Only for a field that requires something of the owner of that household or person: the owner says nothing of one that
   * the caller may not see, and then the field has no verdict. The rows themselves are never shown.
   */
  facts<Row extends object>(entity: new () => Row, alias: string): RowQuery<Row> {
    return this.query(entity, alias, null);
  }

  /** A query, to be read where no other request waits for it: it may take over 20 ms on SQLite. */
  aside<Row extends object>(query: RowQuery<Row>): RowQuery<Row> {
    return query.readThrough(this.counted((sql, values) => this.readAside(sql, values)));
  }

  private query<Row extends object>(entity: new () => Row, alias: string, areas: Areas): RowQuery<Row> {
    this.signal.throwIfAborted();
    return new RowQuery(this.database, entity, alias, areas, {}, this.readWanted);
  }

  private counted(read: Database["read"]): Database["read"] {
    return async (sql, values) => {
      this.budget.check();
      const { dialect } = this.database;
      const result = await this.work.sent(sql, dialect, read(withinRows(sql), values));
      this.budget.takeRows(result.rows.length);
      return result;
    };
  }

  /** Rejects as soon as the answer is no longer wanted. */
  private async readAside(sql: string, values: readonly unknown[]): Promise<ReadResult> {
    this.signal.throwIfAborted();
    return untilAborted(this.signal, this.reads.readAside(sql, values, this.signal));
  }
}
