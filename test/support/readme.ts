import { readFileSync } from "node:fs";
import { format } from "prettier";

export const readmeFile = new URL("../../README.md", import.meta.url);

/** A request in the README with the answer that is printed right after it. */
export interface ReadmeExample {
  readonly query: string;
  /** JSON as printed. */
  readonly answer: string;
}

const example = /```graphql\n(?<query>.*?)```\n\n```json\n(?<answer>.*?)```/gs;

export function readmeExamples(): ReadmeExample[] {
  const text = readFileSync(readmeFile, "utf8");
  return [...text.matchAll(example)].map(({ groups }) => ({
    query: groups?.["query"] ?? "",
    answer: groups?.["answer"] ?? "",
  }));
}

/** The README with each request's answer replaced by what `ask` gives now. */
export async function withAnswers(ask: (query: string) => Promise<unknown>): Promise<string> {
  let text = readFileSync(readmeFile, "utf8");
  for (const { query, answer } of readmeExamples()) {
    const now = await format(JSON.stringify(await ask(query)), { parser: "json", printWidth: 110 });
    text = text.replace(
      `\`\`\`graphql\n${query}\`\`\`\n\n\`\`\`json\n${answer}\`\`\``,
      () => `\`\`\`graphql\n${query}\`\`\`\n\n\`\`\`json\n${now}\`\`\``,
    );
  }
  return text;
}
