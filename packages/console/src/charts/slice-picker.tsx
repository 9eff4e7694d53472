import type { Cell } from "../catalog/catalog.types.js";
import { useLocale } from "../texts/locale.js";
import type { Slice } from "./slices.js";

interface Props {
  readonly slices: readonly Slice[];
  readonly chosen: readonly Exclude<Cell, null>[];
  readonly choose: (chosen: readonly Exclude<Cell, null>[]) => void;
}

/** Which rows a figure shows, where the report has several for one place. */
export function SlicePicker({ slices, chosen, choose }: Props) {
  const { texts, say, format } = useLocale();
  return (
    <>
      {slices.map(({ field: { column }, values }, place) => (
        <label class="inline" key={column.name}>
          {say(column.title)}
          <select
            value={String(values.indexOf(chosen[place] ?? ""))}
            onChange={({ currentTarget }) => {
              const value = values[Number(currentTarget.value)];
              if (value !== undefined) choose(chosen.with(place, value));
            }}
          >
            {values.map((value, index) => (
              <option key={String(value)} value={String(index)}>
                {format.cell(column, value, texts)}
              </option>
            ))}
          </select>
        </label>
      ))}
    </>
  );
}
