import type { Choice, Parameter, Report } from "./catalog/catalog.types.js";
import { titleWithNote } from "./parameters/choice-note.js";
import { searchUrl, type ParameterValues } from "./parameters/parameter-values.js";
import { useKnownChoices } from "./parameters/use-choices.js";
import { useLocale } from "./texts/locale.js";

interface Props {
  readonly report: Report;
  readonly values: ParameterValues;
  readonly token: string | undefined;
}

/** What paper needs besides the figures: what was asked, and when. */
export function PrintedHead({ report, values, token }: Props) {
  const { texts, format } = useLocale();
  const filled = report.parameters.filter(({ name }) => (values[name] ?? []).length > 0);
  return (
    <div class="print-only printed-head">
      <p>
        {filled.map((parameter) => (
          <PrintedParameter
            key={parameter.name}
            parameter={parameter}
            values={values[parameter.name] ?? []}
            token={token}
          />
        ))}
        {texts.printed(format.time(new Date()))}
      </p>
    </div>
  );
}

interface ParameterProps {
  readonly parameter: Parameter;
  readonly values: readonly string[];
  readonly token: string | undefined;
}

const noChoices: ReadonlyMap<string, Choice> = new Map();

function PrintedParameter({ parameter, values, token }: ParameterProps) {
  const locale = useLocale();
  const found = useKnownChoices(searchUrl(parameter, locale.language), values, noChoices, token);
  const listed = parameter.choices && "values" in parameter.choices ? parameter.choices.values : [];
  const write = (value: string) => {
    const choice = found.get(value) ?? listed.find((one) => one.value === value);
    return choice ? titleWithNote(choice, locale) : value;
  };
  return (
    <span>
      {locale.say(parameter.title)}: {values.map(write).join("; ")}
      {" · "}
    </span>
  );
}
