import { SignIn } from "./access/sign-in.js";
import type { Language } from "./catalog/catalog.types.js";
import { PageLinks } from "./pages/page-links.js";
import { themes, type Theme } from "./theme/theme.js";
import { useLocale } from "./texts/locale.js";

interface Props {
  readonly theme: Theme;
  readonly token: string | undefined;
  readonly setLanguage: (language: Language) => void;
  readonly setTheme: (theme: Theme) => void;
  readonly setToken: (token: string | undefined, isKept: boolean) => void;
  readonly home: string;
}

const languages = { vi: "Tiếng Việt", en: "English" } as const;

export function PageHeader({ theme, token, setLanguage, setTheme, setToken, home }: Props) {
  const { language, texts } = useLocale();
  return (
    <header class="page-header">
      <a class="brand" href={home}>
        <img src="/console/icon.svg" alt="" width="28" height="28" />
        <span>{texts.product}</span>
      </a>
      <PageLinks />
      <div class="preferences">
        <div class="segments" role="group" aria-label={texts.language}>
          {(["vi", "en"] as const).map((one) => (
            <button
              key={one}
              type="button"
              lang={one}
              aria-pressed={one === language}
              title={languages[one]}
              onClick={() => setLanguage(one)}
            >
              {one.toUpperCase()}
            </button>
          ))}
        </div>
        <select
          aria-label={texts.theme}
          value={theme}
          onChange={({ currentTarget }) =>
            setTheme(themes.find((one) => one === currentTarget.value) ?? "system")
          }
        >
          {themes.map((one) => (
            <option key={one} value={one}>
              {texts.themes[one]}
            </option>
          ))}
        </select>
        <SignIn token={token} change={setToken} />
      </div>
    </header>
  );
}
