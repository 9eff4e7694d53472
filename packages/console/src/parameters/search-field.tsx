import { useMemo, useState } from "preact/hooks";
import type { Choice } from "../catalog/catalog.types.js";
import { useLocale } from "../texts/locale.js";
import { Combobox } from "./combobox.js";
import type { FieldProps } from "./field.js";
import { searchUrl } from "./parameter-values.js";
import { titleWithNote } from "./choice-note.js";
import { useKnownChoices } from "./use-choices.js";

/** What was chosen, with titles in the language that the address says. */
interface Picked {
  readonly url: string;
  readonly choices: ReadonlyMap<string, Choice>;
}

const noChoices: Picked["choices"] = new Map();

/** A value that is searched for by its name, such as a unit. */
export function SearchField(props: FieldProps & { readonly token: string | undefined }) {
  const { parameter, values, change, token } = props;
  const { language } = useLocale();
  const url = searchUrl(parameter, language);
  const [picked, setPicked] = useState<Picked>({ url, choices: noChoices });
  const chosen = picked.url === url ? picked.choices : noChoices;
  const known = useKnownChoices(url, values, chosen, token);
  const choose = (choice: Choice | undefined) => {
    if (!choice) return change([]);
    setPicked({ url, choices: new Map(chosen).set(choice.value, choice) });
    if (!parameter.isList) change([choice.value]);
    else if (!values.includes(choice.value)) change([...values, choice.value]);
  };
  const shared = { ...props, url, choose };
  if (!parameter.isList) return <Single {...shared} value={values[0]} known={known} />;
  return (
    <>
      <Chips {...props} known={known} />
      <Combobox {...shared} chosen={undefined} />
    </>
  );
}

interface SingleProps extends FieldProps {
  readonly url: string;
  readonly value: string | undefined;
  readonly known: ReadonlyMap<string, Choice>;
  readonly token: string | undefined;
  readonly choose: (choice: Choice | undefined) => void;
}

function Single(props: SingleProps) {
  const { value, known } = props;
  const found = value === undefined ? undefined : known.get(value);
  const chosen = useMemo(() => {
    if (value === undefined) return undefined;
    return found ?? { value, title: { en: value, vi: value } };
  }, [value, found]);
  return <Combobox {...props} chosen={chosen} />;
}

/** The values of a list, each with a button that takes it out. */
function Chips({ values, known, change }: FieldProps & { readonly known: ReadonlyMap<string, Choice> }) {
  const locale = useLocale();
  const { texts } = locale;
  if (values.length === 0) return null;
  // Units of one name are told apart by their notes.
  const title = (value: string) => {
    const choice = known.get(value);
    return choice ? titleWithNote(choice, locale) : value;
  };
  return (
    <ul class="chips">
      {values.map((value) => (
        <li key={value}>
          {title(value)}
          <button
            type="button"
            aria-label={texts.remove(title(value))}
            onClick={() => change(values.filter((other) => other !== value))}
          >
            ×
          </button>
        </li>
      ))}
    </ul>
  );
}
