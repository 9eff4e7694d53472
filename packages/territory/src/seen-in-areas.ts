import type { EntityClass } from "@an-sinh/subgraph-kit/database/database";
import { areasParameter, declareVisibility } from "@an-sinh/subgraph-kit/rows/visibility";
import { TerritoryEntity } from "./territory.entity.js";

type Placed = new () => { readonly localityId: string };
type Child<Key extends string> = new () => Readonly<Record<Key, string | null>>;

/**
 * Whether a locality lies in the areas. It is counted for each row, in the key of `territory`: of EXISTS and IN, MySQL and
 * MariaDB may make a join, which reads all rows of the areas and sorts them before it gives a page.
 */
const inAreas = (alias: string, localityId: string) =>
  `${alias}.localityId = ${localityId} AND ${alias}.unitId IN (:...${areasParameter})`;

/** Rows that lie in their locality: a caller sees those that lie in the caller's areas. */
export const seenInTheirLocality = (...entities: readonly Placed[]): readonly EntityClass[] =>
  declareVisibility((alias, rows) => {
    const area = rows(TerritoryEntity, `${alias}_area`).select("COUNT(*)");
    return `(${area.where(inAreas(`${alias}_area`, `${alias}.localityId`)).getQuery()}) > 0`;
  }, entities);

/** Rows that lie in the locality of the row that they belong to: its `parentKey` is in their `key`. Null lies nowhere. */
export const seenInTheLocalityOf = <Key extends string, ParentKey extends string>(
  {
    parent,
    parentKey,
    key,
  }: {
    readonly parent: Placed & Child<ParentKey>;
    readonly parentKey: ParentKey;
    readonly key: Key;
  },
  ...entities: readonly Child<Key>[]
): readonly EntityClass[] =>
  declareVisibility((alias, rows) => {
    const [owner, area] = [`${alias}_owner`, `${alias}_area`];
    const found = rows(parent, owner)
      .select("COUNT(*)")
      .innerJoin(TerritoryEntity, area, inAreas(area, `${owner}.localityId`))
      .where(`${owner}.${parentKey} = ${alias}.${key}`);
    return `(${found.getQuery()}) > 0`;
  }, entities);
