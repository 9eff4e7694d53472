import { defineLoader, indexByKey, type LoaderDefinition } from "./batching.js";

/** Declares a loader of rows by their ids. Null: there is no row with this id that the caller may see. */
export const rowById = <Row extends { readonly id: string }>(
  entity: new () => Row,
  alias: string,
): LoaderDefinition<Row | null> =>
  defineLoader(async (ids, context) => {
    const rows = await context.read(entity, alias).where(`${alias}.id IN (:...ids)`, { ids }).getMany();
    return indexByKey(ids, rows, ({ id }) => id);
  });
