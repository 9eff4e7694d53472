import { useState } from "preact/hooks";
import type { Report } from "../catalog/catalog.types.js";
import { useLocale } from "../texts/locale.js";
import { Field } from "./field.js";
import { findProblems, type ParameterValues } from "./parameter-values.js";

interface Props {
  readonly report: Report;
  readonly values: ParameterValues;
  readonly token: string | undefined;
  readonly change: (values: ParameterValues) => void;
  readonly start: () => void;
}

/** The report's parameters and the button that asks for it. */
export function ParameterForm({ report, values, token, change, start }: Props) {
  const { texts } = useLocale();
  const [isChecked, setChecked] = useState(false);
  const problems = findProblems(report, values);
  const shown = isChecked ? problems : {};
  const submit = (event: SubmitEvent & { readonly currentTarget: HTMLFormElement }) => {
    event.preventDefault();
    setChecked(true);
    const [first] = Object.keys(problems);
    if (first === undefined) start();
    else document.getElementById(`p-${first}`)?.focus();
  };
  return (
    <form class="parameters" noValidate onSubmit={submit} aria-label={texts.parameters}>
      {report.parameters.map((parameter) => (
        <Field
          key={`${report.name}.${parameter.name}`}
          parameter={parameter}
          values={values[parameter.name] ?? []}
          problem={shown[parameter.name]}
          token={token}
          change={(next) => change({ ...values, [parameter.name]: next })}
        />
      ))}
      <div class="actions">
        <button type="submit" class="primary">
          {texts.show}
        </button>
      </div>
    </form>
  );
}
