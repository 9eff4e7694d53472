/** A stored operation, as the explorer shows it. */
export interface Example {
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
  return {
    title: titleIn(header.join("\n")) ?? nameOf(operation),
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
function nameOf(operation: string): string {
  const name = /\b(?:query|mutation|subscription)\s+(\w+)/.exec(operation)?.[1] ?? "Operation";
  return name.replaceAll(/([a-z\d])([A-Z])/g, "$1 $2");
}
