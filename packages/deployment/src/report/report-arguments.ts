import { UsageError } from "@an-sinh/command-line/usage-error";
import { userPath } from "@an-sinh/server/env";

export const formats = ["csv", "xlsx", "json"] as const;
export type Format = (typeof formats)[number];

/** What `npm run report` is asked for. */
export interface ReportArguments {
  readonly name: string;
  readonly format: Format;
  /** The file that is written. */
  readonly output: string;
  /** The parameters of the report, and those of every report. */
  readonly parameters: URLSearchParams;
  /** Undefined: the gateway of the settings. */
  readonly url: string | undefined;
  readonly tokenFile: string | undefined;
  /** For what personal data are read. */
  readonly purpose: string | undefined;
}

const own: ReadonlySet<string> = new Set(["format", "output", "url", "token-file", "purpose"]);

/** Every option has a value. One that is not the command's own is a parameter of the report, and may come again. */
export function readReportArguments(argv: readonly string[]): ReportArguments {
  const options = new Map<string, string>();
  const parameters = new URLSearchParams();
  const names: string[] = [];
  for (let index = 0; index < argv.length; index += 1) {
    const word = argv[index] ?? "";
    const [, option, attached] = /^--([A-Za-z_][\w-]*)(?:=(.*))?$/s.exec(word) ?? [];
    if (option === undefined) {
      names.push(word);
      continue;
    }
    const value = attached ?? argv[(index += 1)];
    if (value === undefined) throw new UsageError(`--${option}: expected a value`);
    if (!own.has(option)) parameters.append(option, value);
    else if (options.has(option)) throw new UsageError(`--${option}: expected it once`);
    else options.set(option, value);
  }
  const [name, ...others] = names;
  if (name === undefined || others.length > 0)
    throw new UsageError(`Expected the name of a report, but got: ${names.join(" ") || "nothing"}`);
  const output = options.get("output");
  if (!output) throw new UsageError("--output: expected the file to write");
  return {
    name,
    output: userPath(output),
    format: readFormat(options.get("format") ?? output.replace(/^.*\./s, "")),
    parameters,
    url: options.get("url"),
    tokenFile: options.get("token-file"),
    purpose: readPurpose(options.get("purpose")),
  };
}

/** It becomes a header. What it may say beside, the gateway checks. */
function readPurpose(text: string | undefined): string | undefined {
  if (text === undefined || /^[\x21-\x7e]+$/.test(text)) return text;
  throw new UsageError("--purpose: expected letters without accents, digits and . _ : / -");
}

function readFormat(text: string): Format {
  const format = formats.find((known) => known === text);
  if (format) return format;
  throw new UsageError(`--format: expected ${formats.join(", ")}, or a file that ends so`);
}
