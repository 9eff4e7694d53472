import type { DataSource } from "typeorm";
import type { Database, EntityClass } from "../database/database.js";
import { CompiledQuery, type Step } from "./compiled-query.js";

/** Queries are as their sources write them, with some conditions more or less: they have some thousand texts. */
const maximumTexts = 20_000;

/** The shapes of a database's queries that were written before. */
interface Known {
  texts: number;
  /** With which a query begins, by its entity and alias. */
  readonly first: Map<EntityClass, Map<string, QueryShape>>;
}

const knownOf = new WeakMap<DataSource, Known>();

/** A query as far as it is written, without its values. The same query is written by the same shapes. */
export class QueryShape {
  readonly #next = new Map<string, QueryShape>();
  #compiled: CompiledQuery | undefined;

  private constructor(
    private readonly database: Database,
    private readonly entity: EntityClass,
    private readonly alias: string,
    private readonly known: Known,
    private readonly steps: readonly Step[] = [],
  ) {}

  /** The shape with which a query of an entity begins. */
  static of(database: Database, entity: EntityClass, alias: string): QueryShape {
    let known = knownOf.get(database.reader);
    if (!known || known.texts > maximumTexts)
      knownOf.set(database.reader, (known = { texts: 0, first: new Map() }));
    const byAlias = known.first.get(entity) ?? new Map<string, QueryShape>();
    const found = byAlias.get(alias);
    if (found) return found;
    const made = new QueryShape(database, entity, alias, known);
    known.first.set(entity, byAlias.set(alias, made));
    return made;
  }

  /** The shape with one call more. The texts say which: what is called, and with what. */
  add(texts: readonly string[], step: Step): QueryShape {
    const last = texts.length - 1;
    return texts.reduce<QueryShape>(
      (shape, text, index) => shape.#next.get(text) ?? shape.#make(text, index === last ? step : null),
      this,
    );
  }

  get compiled(): CompiledQuery {
    return (this.#compiled ??= new CompiledQuery(this.database, this.entity, this.alias, this.steps));
  }

  #make(text: string, step: Step | null): QueryShape {
    const { database, entity, alias, known, steps } = this;
    const made = new QueryShape(database, entity, alias, known, step ? [...steps, step] : steps);
    this.#next.set(text, made);
    known.texts += 1;
    return made;
  }
}
