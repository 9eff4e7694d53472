import { Kind, parse, type DefinitionNode } from "graphql";

/** A language of the texts that people read. */
export type Language = "EN" | "VI";

/** It is the same in every subgraph that has texts in two languages. */
export const languageDefinitions: readonly DefinitionNode[] = parse(
  `
  "A language of the texts that people read."
  enum Language {
    "English."
    EN @title(vi: "Tiếng Anh", en: "English")
    "Vietnamese."
    VI @title(vi: "Tiếng Việt", en: "Vietnamese")
  }
`,
  { noLocation: true },
).definitions;

/** The argument of a field whose text is in both languages. */
export const languageArguments =
  parse(
    `
  type Query {
    text(
      "The language of the text. Null: as it is on record. A text that was not translated is as it is on record in any language."
      language: Language
    ): String
  }
`,
    { noLocation: true },
  ).definitions.flatMap((definition) =>
    definition.kind === Kind.OBJECT_TYPE_DEFINITION ? (definition.fields ?? []) : [],
  )[0]?.arguments ?? [];
