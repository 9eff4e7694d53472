import type { Cell, Column } from "../catalog/catalog.types.js";
import { isLacking } from "../run/cell-state.js";
import { isNumeric, noAnswer } from "../texts/format.js";
import { useLocale } from "../texts/locale.js";

interface Props {
  readonly column: Column;
  readonly cell: Cell;
  readonly lacking: ReadonlySet<string>;
}

/** One cell. An empty one says, to the eye and to a screen reader, why it is empty. */
export function TableCell({ column, cell, lacking }: Props) {
  const { texts, format } = useLocale();
  if (isLacking(lacking, column, cell))
    return (
      <td class="lacking" title={texts.legendFailed}>
        <span aria-hidden="true">{noAnswer}</span>
        <span class="visually-hidden">{texts.legendFailed}</span>
      </td>
    );
  const written = format.cell(column, cell, texts);
  if (cell === null)
    return (
      <td class={isNumeric(column) ? "number quiet" : "quiet"} title={texts.legendNull}>
        {written}
      </td>
    );
  return (
    <td class={isNumeric(column) ? "number" : undefined} title={written.length > 30 ? written : undefined}>
      {written}
    </td>
  );
}
