import { GraphQLError, Lexer, Source, TokenKind } from "graphql";

/** A directive in the comment above an operation. */
export interface HeaderText {
  /** The text of the directive, without the signs of the comment. */
  readonly text: string;
  /** The line of the file on which it begins. */
  readonly line: number;
}

/** What is wrong in a file with an operation. The message names the file and, where it is known, the line. */
export class HeaderError extends Error {
  constructor(file: string, problem: string, line?: number) {
    super(`${file}${line === undefined ? "" : `:${line}`}: ${problem}`);
    this.name = "HeaderError";
  }
}

const headerStart = /^#\s*@(?:report|choices)\b/;

/** Undefined: the document has no header. Throws `HeaderError` where it has two, or one that does not end. */
export function findHeader(document: string, file: string): HeaderText | undefined {
  const lines = document.split(/\r\n|[\r\n]/);
  const start = lines.findIndex((line) => headerStart.test(line));
  if (start === -1) return undefined;
  const end = lines.findIndex((line, index) => index > start && !line.startsWith("#"));
  const comment = lines.slice(start, end === -1 ? undefined : end).map((line) => line.replace(/^# ?/, ""));
  const text = comment.join("\n");
  const length = lengthOfDirective(text, file, start + 1);
  const second = lines.findLastIndex((line) => headerStart.test(line));
  if (second > start) throw new HeaderError(file, "expected one header, but got: a second one", second + 1);
  return { text: text.slice(0, length), line: start + 1 };
}

/** Up to the parenthesis that closes the first one. What follows it in the comment is prose. */
function lengthOfDirective(text: string, file: string, line: number): number {
  const lexer = new Lexer(new Source(text));
  let depth = 0;
  try {
    do {
      const { kind, end } = lexer.advance();
      if (kind === TokenKind.PAREN_L) depth += 1;
      if (kind === TokenKind.PAREN_R) depth -= 1;
      if (kind === TokenKind.PAREN_R && depth === 0) return end;
    } while (lexer.token.kind !== TokenKind.EOF);
  } catch (error) {
    throw toHeaderError(error, file, line);
  }
  throw new HeaderError(file, 'expected ")" at the end of the header', line);
}

/** The error of graphql-js, with its place in the file. `line`: where the text begins that was parsed. */
export function toHeaderError(error: unknown, file: string, line: number): HeaderError {
  if (!(error instanceof GraphQLError)) throw error;
  const within = error.locations?.[0]?.line ?? 1;
  return new HeaderError(file, error.message, line + within - 1);
}
