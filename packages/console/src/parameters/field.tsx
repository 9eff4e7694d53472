import type { ComponentChildren } from "preact";
import type { Parameter } from "../catalog/catalog.types.js";
import { useLocale } from "../texts/locale.js";
import { controlOf, type Problem } from "./parameter-values.js";
import { ChoiceField } from "./choice-field.js";
import { problemText } from "./problem-text.js";
import { SearchField } from "./search-field.js";
import { PlainField } from "./plain-field.js";

export interface FieldProps {
  readonly parameter: Parameter;
  readonly id: string;
  readonly values: readonly string[];
  /** The ids of the texts that describe the field, for `aria-describedby`. */
  readonly describedBy: string | undefined;
  readonly isInvalid: boolean;
  readonly change: (values: readonly string[]) => void;
}

interface Props {
  readonly parameter: Parameter;
  readonly values: readonly string[];
  readonly problem: Problem | undefined;
  readonly token: string | undefined;
  readonly change: (values: readonly string[]) => void;
}

function Control(props: FieldProps & { readonly token: string | undefined }) {
  const control = controlOf(props.parameter);
  if (control === "search") return <SearchField {...props} />;
  if (control === "choice" || control === "boolean") return <ChoiceField {...props} />;
  return <PlainField {...props} />;
}

/** One parameter: its title, its control, what it means and what is wrong with it. */
export function Field({ parameter, values, problem, token, change }: Props) {
  const locale = useLocale();
  const { texts, say } = locale;
  const id = `p-${parameter.name}`;
  const [helpId, problemId] = [`${id}-help`, `${id}-problem`];
  const described = [parameter.description && helpId, problem && problemId].filter(Boolean).join(" ");
  const isGroup = controlOf(parameter) === "choice" && parameter.isList;
  return (
    <Wrapper
      isGroup={isGroup}
      id={id}
      title={
        <>
          {say(parameter.title)}
          {parameter.isRequired && <span class="quiet"> ({texts.required})</span>}
        </>
      }
    >
      {parameter.description && (
        <p class="help" id={helpId}>
          {say(parameter.description)}
        </p>
      )}
      <Control
        parameter={parameter}
        id={id}
        values={values}
        describedBy={described || undefined}
        isInvalid={problem !== undefined}
        change={change}
        token={token}
      />
      {problem && (
        <p class="problem" id={problemId}>
          {problemText(problem, locale)}
        </p>
      )}
    </Wrapper>
  );
}

interface WrapperProps {
  readonly isGroup: boolean;
  readonly id: string;
  readonly title: ComponentChildren;
  readonly children: ComponentChildren;
}

/** A group of boxes has a legend; one control has a label. */
function Wrapper({ isGroup, id, title, children }: WrapperProps) {
  if (isGroup)
    return (
      <fieldset class="field" id={id}>
        <legend>{title}</legend>
        {children}
      </fieldset>
    );
  return (
    <div class="field">
      <label for={id}>{title}</label>
      {children}
    </div>
  );
}
