import type { Choice } from "../catalog/catalog.types.js";
import { useLocale } from "../texts/locale.js";
import type { Texts } from "../texts/english.js";
import type { FieldProps } from "./field.js";

const both = (text: string) => ({ en: text, vi: text });

/** The allowed values; those of a boolean are named by the console. */
const choicesOf = ({ parameter }: FieldProps, texts: Texts): readonly Choice[] => {
  if (parameter.choices && "values" in parameter.choices) return parameter.choices.values;
  return [
    { value: "true", title: both(texts.yes) },
    { value: "false", title: both(texts.no) },
  ];
};

/** One of the allowed values, or boxes for a list of them. */
export function ChoiceField(props: FieldProps) {
  const { parameter, id, values, describedBy, isInvalid, change } = props;
  const { texts, say } = useLocale();
  const choices = choicesOf(props, texts);
  if (parameter.isList) return <Boxes {...props} choices={choices} />;
  return (
    <select
      id={id}
      aria-describedby={describedBy}
      aria-invalid={isInvalid || undefined}
      value={values[0] ?? ""}
      onChange={({ currentTarget }) => change(currentTarget.value === "" ? [] : [currentTarget.value])}
    >
      {(!parameter.isRequired || values.length === 0) && <option value="">{texts.notGiven}</option>}
      {choices.map(({ value, title }) => (
        <option key={value} value={value}>
          {say(title)}
        </option>
      ))}
    </select>
  );
}

function Boxes({ id, values, change, choices }: FieldProps & { readonly choices: readonly Choice[] }) {
  const { say } = useLocale();
  const toggle = (value: string, isChosen: boolean) =>
    change(isChosen ? [...values, value] : values.filter((other) => other !== value));
  return (
    <div class="boxes">
      {choices.map(({ value, title }) => (
        <label key={value} class="box" for={`${id}-${value}`}>
          <input
            type="checkbox"
            id={`${id}-${value}`}
            checked={values.includes(value)}
            onChange={({ currentTarget }) => toggle(value, currentTarget.checked)}
          />
          {say(title)}
        </label>
      ))}
    </div>
  );
}
