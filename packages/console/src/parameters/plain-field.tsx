import { useState } from "preact/hooks";
import { useLocale } from "../texts/locale.js";
import type { FieldProps } from "./field.js";
import { controlOf } from "./parameter-values.js";

/** What counts of a typed text: not the blanks around it, nor lines without a text. */
function toValues(typed: string, isList: boolean): readonly string[] {
  const texts = isList ? typed.split("\n") : [typed];
  return texts.map((text) => text.trim()).filter((text) => text !== "");
}

const inputs = {
  integer: { type: "text", inputMode: "numeric" },
  number: { type: "text", inputMode: "decimal" },
  date: { type: "date", inputMode: undefined },
  text: { type: "text", inputMode: undefined },
} as const;

/** A text, a number or a date; a list has a line for each value. */
export function PlainField({ parameter, id, values, describedBy, isInvalid, change }: FieldProps) {
  const { texts } = useLocale();
  // As it is typed: a space between two words comes before the second one.
  const [typed, setTyped] = useState("");
  const { isList } = parameter;
  const isTyped = toValues(typed, isList).join("\n") === values.join("\n");
  const shared = {
    id,
    "aria-describedby": describedBy,
    "aria-invalid": isInvalid || undefined,
    value: isTyped ? typed : values.join("\n"),
  };
  const onText = (text: string) => {
    setTyped(text);
    change(toValues(text, isList));
  };
  if (isList)
    return (
      <textarea
        {...shared}
        rows={3}
        placeholder={texts.onePerLine}
        onInput={({ currentTarget }) => onText(currentTarget.value)}
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
      onInput={({ currentTarget }) => onText(currentTarget.value)}
    />
  );
}
