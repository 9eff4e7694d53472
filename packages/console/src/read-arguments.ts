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
