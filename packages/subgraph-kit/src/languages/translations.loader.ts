import { defineLoader, indexByKey } from "../batching.js";
import type { Language } from "./language.js";
import { TranslationEntity } from "./translation.entity.js";

/** A text in another language. Null: it was not translated. */
export const translationOf = defineLoader<string | null, Language>(async (texts, context, language) => {
  const found = await context
    .read(TranslationEntity, "translation")
    .where("translation.language = :language AND translation.text IN (:...texts)", { language, texts })
    .getMany();
  const byText = indexByKey(texts, found, ({ text }) => text);
  return byText.map((row) => row?.translation ?? null);
});
