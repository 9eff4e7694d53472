import { useRef, useState } from "preact/hooks";
import { useLocale } from "../texts/locale.js";
import { cleanToken, isToken } from "./token.js";

interface Props {
  readonly token: string | undefined;
  readonly change: (token: string | undefined, isKept: boolean) => void;
}

/** The field for a token, behind a button of the header. */
export function SignIn({ token, change }: Props) {
  const { texts } = useLocale();
  const [typed, setTyped] = useState("");
  const [isKept, setKept] = useState(false);
  const details = useRef<HTMLDetailsElement>(null);
  const use = (next: string | undefined) => {
    change(next, isKept);
    setTyped("");
    if (details.current) details.current.open = false;
  };
  const cleaned = cleanToken(typed);
  const submit = (event: Event) => {
    event.preventDefault();
    if (isToken(cleaned)) use(cleaned);
  };
  return (
    <details class="sign-in" ref={details}>
      <summary>{token ? texts.signedIn : texts.signIn}</summary>
      <form onSubmit={submit}>
        <label for="token">{texts.token}</label>
        <input
          id="token"
          type="password"
          autocomplete="off"
          aria-describedby="token-help"
          value={typed}
          onInput={({ currentTarget }) => setTyped(currentTarget.value)}
        />
        <p class="help" id="token-help">
          {texts.tokenHelp}
        </p>
        <label class="box" for="keep-token">
          <input
            id="keep-token"
            type="checkbox"
            checked={isKept}
            onChange={({ currentTarget }) => setKept(currentTarget.checked)}
          />
          {texts.keepToken}
        </label>
        <div class="actions">
          <button type="submit" class="primary">
            {texts.useToken}
          </button>
          {token && (
            <button type="button" onClick={() => use(undefined)}>
              {texts.signOut}
            </button>
          )}
        </div>
      </form>
    </details>
  );
}
