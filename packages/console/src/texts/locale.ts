import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Bilingual, Language } from "../catalog/catalog.types.js";
import { english, type Texts } from "./english.js";
import { createFormat, type Format } from "./format.js";
import { vietnamese } from "./vietnamese.js";

export interface Locale {
  readonly language: Language;
  readonly texts: Texts;
  readonly format: Format;
  /** The text of the catalog in this language. */
  readonly say: (text: Bilingual) => string;
}

export const createLocale = (language: Language): Locale => ({
  language,
  texts: language === "vi" ? vietnamese : english,
  format: createFormat(language),
  say: (text) => text[language],
});

export const LocaleContext = createContext<Locale>(createLocale("en"));

export const useLocale = (): Locale => useContext(LocaleContext);
