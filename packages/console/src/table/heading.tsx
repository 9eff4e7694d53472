import type { Column } from "../catalog/catalog.types.js";
import { isNumeric } from "../texts/format.js";
import { useLocale } from "../texts/locale.js";
import { nextSort, type Sort } from "./sort-rows.js";

interface Props {
  readonly column: Column;
  readonly sort: Sort | undefined;
  readonly setSort: (sort: Sort | undefined) => void;
}

const orderOf = (column: Column, sort: Sort | undefined) => {
  if (sort?.column !== column.name) return undefined;
  return sort.descending ? "descending" : "ascending";
};

const arrows = { ascending: "▲", descending: "▼" } as const;

/** A heading whose button sorts by its column. */
export function Heading({ column, sort, setSort }: Props) {
  const { texts, say } = useLocale();
  const order = orderOf(column, sort);
  return (
    <th scope="col" aria-sort={order} class={isNumeric(column) ? "number" : undefined}>
      <button
        type="button"
        title={texts.sortBy(say(column.title))}
        onClick={() => setSort(nextSort(sort, column.name))}
      >
        <span class="heading">{say(column.title)}</span>
        {column.kind === "money" && <span class="unit"> ({texts.unitMoney})</span>}
        <span class="order" aria-hidden="true">
          {order ? arrows[order] : ""}
        </span>
      </button>
    </th>
  );
}
