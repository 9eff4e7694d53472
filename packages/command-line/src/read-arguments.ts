import { parseArgs, type ParseArgsConfig } from "node:util";
import { UsageError } from "./usage-error.js";

interface Arguments {
  readonly names: readonly string[];
  readonly values: Readonly<Record<string, unknown>>;
}

/** A command's names and options. Throws `UsageError` for an option that is not known or lacks its value. */
export function readArguments(
  argv: readonly string[],
  options: NonNullable<ParseArgsConfig["options"]>,
): Arguments {
  try {
    const { positionals, values } = parseArgs({ args: [...argv], options, allowPositionals: true });
    return { names: positionals, values };
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

/** The options of a command that takes no names. Throws `UsageError` for a name, too. */
export function readOptions(
  argv: readonly string[],
  options: NonNullable<ParseArgsConfig["options"]>,
): Arguments["values"] {
  const { names, values } = readArguments(argv, options);
  if (names.length === 0) return values;
  throw new UsageError(`Expected options only, but got: ${names.join(" ")}`);
}
