/** A stored operation, as the explorer shows it. */
export interface Example {
  /** Of its operation, if it has one. */
  readonly name: string | undefined;
  readonly title: string;
  readonly description: string;
  /** What is put into the editor. */
  readonly document: string;
}

const headerBegin = /^#\s*@\w+\(/;
const headerEnd = /^#\s*\)\s*$/;

/** The comments above the operation describe it. A header for machines among them, `# @name(` to `# )`, is left out. */
export function toExample(text: string): Example {
  const lines = text.split(/\r?\n/);
  const comments: string[] = [];
  const header: string[] = [];
  let isHeader = false;
  while (lines[0]?.startsWith("#")) {
    const line = lines.shift() ?? "";
    isHeader ||= headerBegin.test(line);
    (isHeader ? header : comments).push(line);
    isHeader &&= !headerEnd.test(line);
  }
  const prose = comments.map((line) => line.replace(/^#\s?/, "")).join("\n");
  const operation = lines.join("\n").trim();
  const name = /\b(?:query|mutation|subscription)\s+(\w+)/.exec(operation)?.[1];
  return {
    name,
    title: titleIn(header.join("\n")) ?? spaced(name ?? "Operation"),
    description: prose.replaceAll(/\s+/g, " ").trim(),
    document: [
      ...comments
        .join("\n")
        .replaceAll(/(^#\s*\n)+|(\n#\s*)+$/g, "")
        .split("\n"),
      operation,
    ]
      .filter((part) => part !== "")
      .join("\n"),
  };
}

const titleIn = (header: string): string | undefined => /\btitle:\s*\{\s*en:\s*"([^"]+)"/.exec(header)?.[1];

/** "PovertyByCommune" is "Poverty By Commune". */
const spaced = (name: string): string => name.replaceAll(/([a-z\d])([A-Z])/g, "$1 $2");

/** Of documents whose operations have the same name, the last one counts. */
export const toExamples = (documents: readonly string[]): readonly Example[] => [
  ...new Map(documents.map(toExample).map((example) => [example.name ?? example.document, example])).values(),
];
