import { format } from "prettier";
import { documents, type Document } from "./documents.js";

/** A request in a document, and the answer that is printed right after it. */
interface Example {
  readonly document: string;
  readonly query: string;
  /** JSON as printed. */
  readonly answer: string;
}

const example = /```graphql\n(?<query>.*?)```\n\n```json\n(?<answer>.*?)```/gs;

/** The examples of all documents. */
export const examples = (): Example[] => documents().flatMap(examplesOf);

const examplesOf = ({ path, text }: Document): Example[] =>
  [...text.matchAll(example)].map(({ groups }) => ({
    document: path,
    query: groups?.["query"] ?? "",
    answer: groups?.["answer"] ?? "",
  }));

/** The text of a document with what `ask` answers now in place of the printed answers. */
export async function withAnswers(
  document: Document,
  ask: (query: string) => Promise<unknown>,
): Promise<string> {
  let { text } = document;
  for (const { query, answer } of examplesOf(document)) {
    const now = await format(JSON.stringify(await ask(query)), { parser: "json", printWidth: 110 });
    text = text.replace(printed(query, answer), () => printed(query, now));
  }
  return text;
}

const printed = (query: string, answer: string): string =>
  `\`\`\`graphql\n${query}\`\`\`\n\n\`\`\`json\n${answer}\`\`\``;
