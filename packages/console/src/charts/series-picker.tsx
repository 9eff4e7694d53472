import { useLocale } from "../texts/locale.js";

interface Props {
  readonly all: readonly string[];
  readonly shown: readonly string[];
  readonly choose: (shown: readonly string[]) => void;
}

/** Which lines are drawn, where there are more than can be told apart. */
export function SeriesPicker({ all, shown, choose }: Props) {
  const { texts, format } = useLocale();
  const toggle = (name: string, isShown: boolean) =>
    choose(all.filter((other) => (other === name ? isShown : shown.includes(other))));
  return (
    <details class="series-picker">
      <summary>
        {texts.seriesShown} ({format.number(shown.length)}/{format.number(all.length)})
      </summary>
      <div class="boxes">
        {all.map((name, place) => (
          <label class="box" key={name} for={`series-${place}`}>
            <input
              id={`series-${place}`}
              type="checkbox"
              checked={shown.includes(name)}
              onChange={({ currentTarget }) => toggle(name, currentTarget.checked)}
            />
            {name}
          </label>
        ))}
      </div>
    </details>
  );
}
