import { useLocale } from "../texts/locale.js";
import type { FieldProps } from "./field.js";
import { controlOf } from "./parameter-values.js";

const toValues = (text: string): readonly string[] => (text === "" ? [] : [text]);

const inputs = {
  integer: { type: "text", inputMode: "numeric" },
  number: { type: "text", inputMode: "decimal" },
  date: { type: "date", inputMode: undefined },
  text: { type: "text", inputMode: undefined },
} as const;

/** A text, a number or a date; a list has a line for each value. */
export function PlainField({ parameter, id, values, describedBy, isInvalid, change }: FieldProps) {
  const { texts } = useLocale();
  const shared = { id, "aria-describedby": describedBy, "aria-invalid": isInvalid || undefined };
  if (parameter.isList)
    return (
      <textarea
        {...shared}
        rows={3}
        placeholder={texts.onePerLine}
        value={values.join("\n")}
        onInput={({ currentTarget }) => change(currentTarget.value.split("\n").filter((line) => line !== ""))}
      />
    );
  const control = controlOf(parameter);
  const input = control in inputs ? inputs[control as keyof typeof inputs] : inputs.text;
  return (
    <input
      {...shared}
      {...input}
      autocomplete="off"
      required={parameter.isRequired}
      value={values[0] ?? ""}
      onInput={({ currentTarget }) => change(toValues(currentTarget.value.trim()))}
    />
  );
}
