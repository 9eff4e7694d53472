import { useEffect, useRef, useState } from "preact/hooks";
import type { Choice } from "../catalog/catalog.types.js";
import { useLocale } from "../texts/locale.js";
import type { FieldProps } from "./field.js";
import { choiceNote } from "./choice-note.js";
import { keyEffect } from "./combobox-keys.js";
import { useChoices, type Choices } from "./use-choices.js";

interface Props extends FieldProps {
  readonly url: string;
  readonly chosen: Choice | undefined;
  readonly token: string | undefined;
  readonly choose: (choice: Choice | undefined) => void;
}

/** A text field with a list of what the text finds: https://www.w3.org/WAI/ARIA/apg/patterns/combobox/ */
export function Combobox({ id, url, chosen, token, choose, describedBy, isInvalid }: Props) {
  const locale = useLocale();
  const { texts, say } = locale;
  const title = chosen ? say(chosen.title) : "";
  const [typed, setTyped] = useState<string | undefined>(undefined);
  const [{ isOpen, active }, setHighlight] = useState({ isOpen: false, active: -1 });
  const found = useChoices(url, typed ?? "", isOpen, token);
  const choices = found?.choices ?? [];
  const listId = `${id}-list`;
  const optionId = (index: number) => `${id}-option-${index}`;

  const close = () => {
    setTyped(undefined);
    setHighlight({ isOpen: false, active: -1 });
  };
  const take = (index: number) => {
    const choice = choices[index];
    if (choice) choose(choice);
    close();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const effect = keyEffect(event.key, { isOpen, active }, choices.length);
    if (!effect) return;
    event.preventDefault();
    if (effect.kind === "choose") take(effect.index);
    else if (effect.kind === "move") setHighlight(effect.highlight);
    else close();
  };
  const onInput = (text: string) => {
    setTyped(text);
    setHighlight({ isOpen: true, active: -1 });
    if (text === "" && chosen) choose(undefined);
  };
  return (
    <div class="combobox">
      <input
        id={id}
        type="text"
        role="combobox"
        autocomplete="off"
        spellcheck={false}
        placeholder={texts.typeToSearch}
        aria-autocomplete="list"
        aria-expanded={isOpen}
        aria-controls={isOpen ? listId : undefined}
        aria-activedescendant={active >= 0 ? optionId(active) : undefined}
        aria-describedby={describedBy}
        aria-invalid={isInvalid || undefined}
        value={typed ?? title}
        onInput={({ currentTarget }) => onInput(currentTarget.value)}
        onFocus={({ currentTarget }) => currentTarget.select()}
        onClick={() => setHighlight({ isOpen: true, active })}
        onBlur={close}
        onKeyDown={onKeyDown}
      />
      {chosen?.note && !isOpen && <span class="note">{choiceNote(chosen, locale)}</span>}
      {found && <Found {...{ found, listId, optionId, active, take }} />}
    </div>
  );
}

interface FoundProps {
  readonly found: Choices;
  readonly listId: string;
  readonly optionId: (index: number) => string;
  readonly active: number;
  readonly take: (index: number) => void;
}

function Found({ found: { status, choices }, listId, optionId, active, take }: FoundProps) {
  const locale = useLocale();
  const { texts, say, format } = locale;
  const list = useRef<HTMLUListElement>(null);
  useEffect(
    () => list.current?.querySelector("[aria-selected=true]")?.scrollIntoView({ block: "nearest" }),
    [active],
  );
  const count = texts.choicesFound(format.number(choices.length));
  const lacking = { loading: texts.searching, failed: texts.choiceFailed, found: texts.noChoice }[status];
  return (
    <div class="found">
      <ul role="listbox" id={listId} ref={list} aria-label={texts.typeToSearch}>
        {choices.map((choice, index) => (
          <li
            key={choice.value}
            id={optionId(index)}
            role="option"
            aria-selected={index === active}
            // The field keeps the focus; a press must not take it.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => take(index)}
          >
            <span>{say(choice.title)}</span>
            {choice.note && <span class="note">{choiceNote(choice, locale)}</span>}
          </li>
        ))}
      </ul>
      <p role="status" class={choices.length > 0 ? "visually-hidden" : "quiet"}>
        {choices.length > 0 ? count : lacking}
      </p>
    </div>
  );
}
