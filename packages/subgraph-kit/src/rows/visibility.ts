import type { ObjectLiteral, SelectQueryBuilder } from "typeorm";
import type { EntityClass } from "../database/database.js";
import type { RowQuery } from "./row-query.js";

/** Ids of the administrative units whose rows a query gives, such as those of the caller. Null: all rows. */
export type Areas = readonly string[] | null;

/** The parameter with the areas, in a condition about where rows lie. Only a `RowQuery` sets it. */
export const areasParameter = "callersAreas";

/** A query of an entity's rows, wherever they lie, to be written into a condition. */
type Rows = <Row extends object>(entity: new () => Row, alias: string) => RowQuery<Row>;

/**
 * Which rows of an entity a caller with areas may see. "everyone": all of them. Else it writes the condition that they
 * fulfill, over the query's alias and the parameter of the areas.
 */
type Visibility = "everyone" | ((alias: string, rows: Rows) => string);

const declared = new WeakMap<EntityClass, Visibility>();

/** Declares who may see the rows of the entities, and returns them: a department lists its tables by it. */
export function declareVisibility(
  visibility: Visibility,
  entities: readonly EntityClass[],
): readonly EntityClass[] {
  for (const entity of entities) {
    const known = declared.get(entity);
    if (known && (known !== "everyone" || visibility !== "everyone"))
      throw new Error(`Expected one declaration of who may see ${entity.name}, but got two.`);
    declared.set(entity, visibility);
  }
  return entities;
}

/** Tables that tell nothing about one person, household or loan. */
export const seenByEveryone = (...entities: readonly EntityClass[]): readonly EntityClass[] =>
  declareVisibility("everyone", entities);

/** Throws for an entity of which nobody declared who may see its rows. */
export function visibilityOf(entity: EntityClass): Visibility {
  const visibility = declared.get(entity);
  if (visibility !== undefined) return visibility;
  throw new Error(
    `Expected ${entity.name} to be declared in its department's database.ts: who may see its rows.`,
  );
}

/** The condition that rows of an entity fulfill if they lie in the areas. Null: everyone may see all of them. */
export function visibleSql(entity: EntityClass, alias: string, areas: Areas, rows: Rows): string | null {
  if (areas === null) return null;
  const visibility = visibilityOf(entity);
  if (visibility === "everyone") return null;
  return areas.length === 0 ? "1 = 0" : visibility(alias, rows);
}

/** Adds a condition to all that a query has, so that no OR in one of them leads around it. */
export function restrict(
  { expressionMap }: SelectQueryBuilder<ObjectLiteral>,
  condition: string | null,
): void {
  if (condition === null) return;
  const { wheres } = expressionMap;
  expressionMap.wheres =
    wheres.length === 0
      ? [{ type: "simple", condition }]
      : [
          { type: "simple", condition: { operator: "brackets", condition: wheres } },
          { type: "and", condition },
        ];
}
