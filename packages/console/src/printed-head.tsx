import type { Parameter, Report } from "./catalog/catalog.types.js";
import type { ParameterValues } from "./parameters/parameter-values.js";
import { useLocale } from "./texts/locale.js";

interface Props {
  readonly report: Report;
  readonly values: ParameterValues;
}

/** What paper needs besides the figures: what was asked, and when. */
export function PrintedHead({ report, values }: Props) {
  const { texts, say, format } = useLocale();
  const write = (parameter: Parameter, value: string) => {
    const choices = parameter.choices && "values" in parameter.choices ? parameter.choices.values : [];
    const title = choices.find((choice) => choice.value === value)?.title;
    return title ? say(title) : value;
  };
  const filled = report.parameters.filter(({ name }) => (values[name] ?? []).length > 0);
  return (
    <div class="print-only printed-head">
      <p>
        {filled.map((parameter) => (
          <span key={parameter.name}>
            {say(parameter.title)}:{" "}
            {(values[parameter.name] ?? []).map((value) => write(parameter, value)).join(", ")}
            {" · "}
          </span>
        ))}
        {texts.printed(format.time(new Date()))}
      </p>
    </div>
  );
}
