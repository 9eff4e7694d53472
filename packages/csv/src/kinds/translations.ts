import { TranslationEntity } from "@an-sinh/subgraph-kit/languages/translation.entity";
import { defineFileKind } from "../file-kind.js";
import { choice } from "../values/choices.js";
import { text } from "../values/text.js";

/** Every department has this kind: each has the texts of its own tables. */
export const translations = defineFileKind<TranslationEntity>({
  name: "translations",
  description:
    "What names, legal bases and remarks of the department's other files are in another language. A text that is not here is shown as it is.",
  entity: TranslationEntity,
  key: ["language", "text"],
  columns: [
    {
      name: "language",
      property: "language",
      type: choice({ EN: "EN", VI: "VI" }),
      description: "The language of the translation: EN, English, or VI, Vietnamese.",
    },
    {
      name: "text",
      property: "text",
      type: text(400),
      description: "As the other files have it, with all its characters.",
    },
    {
      name: "translation",
      property: "translation",
      type: text(800),
      description: "The same in the language.",
    },
  ],
});
