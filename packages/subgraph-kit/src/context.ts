import type { ObjectLiteral, SelectQueryBuilder } from "typeorm";
import { LoaderRegistry, type LoaderDefinition } from "./batching.js";
import type { Database } from "./database/database.js";

/** Who is asking. Until sign-in is built, everyone. */
export interface Caller {
  readonly kind: "everyone";
}

export const everyone: Caller = { kind: "everyone" };

/** One request to a subgraph, whichever way it came. */
export interface SubgraphCall {
  readonly requestId: string;
  /** Fires when the answer is no longer wanted: the client left or the deadline passed. */
  readonly signal: AbortSignal;
  readonly caller?: Caller;
}

/** What a resolver may use: who is asking, until when, this request's loaders and reads. */
export class RequestContext {
  readonly requestId: string;
  readonly signal: AbortSignal;
  readonly caller: Caller;
  /** The day on which the request is answered, YYYY-MM-DD in Viet Nam: "today" wherever a date is left out. */
  readonly today: string;
  readonly #loaders = new LoaderRegistry(this);

  constructor(
    readonly database: Database,
    call: SubgraphCall,
  ) {
    this.requestId = call.requestId;
    this.signal = call.signal;
    this.caller = call.caller ?? everyone;
    this.today = todayInVietNam();
  }

  /** One value through this request's loader: all keys asked for in the same tick share one statement. */
  load<Value>(definition: LoaderDefinition<Value>, key: string): Promise<Value>;
  load<Value, Args>(definition: LoaderDefinition<Value, Args>, key: string, args: Args): Promise<Value>;
  load<Value, Args>(definition: LoaderDefinition<Value, Args>, key: string, args?: Args): Promise<Value> {
    return this.#loaders.get(definition, args as Args).load(key);
  }

  /**
   * The one way to read a registry table. Rules about which rows a caller may see have their place here;
   * until sign-in is built, everyone sees every row.
   */
  read<Entity extends ObjectLiteral>(entity: new () => Entity, alias: string): SelectQueryBuilder<Entity> {
    this.signal.throwIfAborted();
    return this.database.reader.createQueryBuilder(entity, alias);
  }

  /**
   * Rows of a statistic: SQL that counts and sums over units, never a row of one person or household, so
   * that everyone may see the result. Parameters are written `?`.
   */
  statistics<Row>(sql: string, parameters: readonly unknown[]): Promise<Row[]> {
    this.signal.throwIfAborted();
    return this.database.reader.query(sql, [...parameters]);
  }
}

const vietNamDay = new Intl.DateTimeFormat("en-CA", { timeZone: "Asia/Ho_Chi_Minh" });

/** Today's date in Viet Nam (UTC+7), where the registers are kept. */
export function todayInVietNam(now: Date = new Date()): string {
  return vietNamDay.format(now);
}
