import type { Tracing } from "./tracing.js";
import type { TracingSettings } from "./tracing-settings.js";

/** Undefined where nothing is traced: the libraries for it are not even loaded then. */
export async function createTracing(
  settings: TracingSettings | undefined,
  program: string,
): Promise<Tracing | undefined> {
  if (!settings) return undefined;
  const loaded = await import("./tracing.js");
  return new loaded.Tracing(settings, program);
}
