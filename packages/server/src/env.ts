import { existsSync } from "node:fs";
import { availableParallelism } from "node:os";
import { resolve } from "node:path";
import { z } from "zod";

/** Thrown when settings are missing or malformed. The message names every bad variable. */
export class SettingsError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(
      [
        "The settings are not usable:",
        ...problems.map((problem) => `  ${problem}`),
        "See .env.example.",
      ].join("\n"),
    );
    this.name = "SettingsError";
  }
}

/**
 * Validates environment variables against a schema. An empty variable counts as not set, so that
 * `PORT= npm start` means the default. Throws `SettingsError` listing every bad variable. The values
 * themselves are never printed: a variable may hold a password.
 */
export function readEnv<Schema extends z.ZodObject>(
  schema: Schema,
  source: NodeJS.ProcessEnv = process.env,
): z.output<Schema> {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ""));
  const result = schema.safeParse(given);
  if (result.success) return result.data;
  throw new SettingsError(result.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`));
}

/**
 * Takes settings from a file `.env` in the folder in which the user typed the command, where there is one.
 * A variable of the environment counts more than the file.
 */
export function loadEnvFile(): void {
  const file = userPath(".env");
  if (existsSync(file)) process.loadEnvFile(file);
}

/** npm runs the script of a workspace in the folder of the workspace. INIT_CWD is where the user typed the path. */
export const userPath = (path: string, source: NodeJS.ProcessEnv = process.env): string =>
  resolve(source["INIT_CWD"] ?? process.cwd(), path);

/** What `read` returns. Where the settings are not usable, undefined, and the problems are added to those given. */
export function attempt<Value>(read: () => Value, problems: string[]): Value | undefined {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    problems.push(...error.problems);
    return undefined;
  }
}

const expectedPort = "expected a port number from 0 to 65535";
const anyPort = z.coerce
  .number({ error: expectedPort })
  .int(expectedPort)
  .min(0, expectedPort)
  .max(65_535, expectedPort);

/** A TCP port; 0 lets the system choose a free one. */
export const port = (fallback: number) => anyPort.default(fallback);

export const isHttpUrl = (text: string): boolean =>
  URL.canParse(text) && ["http:", "https:"].includes(new URL(text).protocol);

/** Texts separated by commas. */
export const list = z.string().transform((text) => text.split(",").map((item) => item.trim()));

/** A whole number of some unit, from `least` to `most`. */
export function wholeNumber(unit: string, most: number, fallback: number, least = 1) {
  const expected = `expected a number of ${unit} from ${least} to ${most}`;
  return z.coerce
    .number({ error: expected })
    .int(`expected a whole number of ${unit}`)
    .min(least, expected)
    .max(most, expected)
    .default(fallback);
}

const optionalFlag = z
  .enum(["1", "true", "yes", "0", "false", "no"], { error: "expected 1, true, yes, 0, false or no" })
  .transform((value) => value === "1" || value === "true" || value === "yes")
  .optional();

/** A boolean written 1, true, yes or 0, false, no. */
export const flag = (fallback: boolean) => optionalFlag.transform((value) => value ?? fallback);

export const logLevel = z
  .enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"], {
    error: "expected fatal, error, warn, info, debug, trace or silent",
  })
  .default("warn");

const mostWorkers = 64;
const expectedWorkers = `expected a number of processes from 1 to ${mostWorkers}, or auto`;

/** How many processes serve; "auto" means as many as there are processors. */
export const workers = z
  .string()
  .transform((text) => (text === "auto" ? Math.min(availableParallelism(), mostWorkers) : Number(text)))
  .pipe(
    z.number(expectedWorkers).int(expectedWorkers).min(1, expectedWorkers).max(mostWorkers, expectedWorkers),
  )
  .default(1);

/** What every server of An Sinh reads. */
export const commonSettings = {
  NODE_ENV: z
    .enum(["development", "production", "test"], { error: "expected development, production or test" })
    .default("development"),
  HOST: z.string().default("127.0.0.1"),
  LOG_LEVEL: logLevel,
  WORKERS: workers,
  /** How long a server that was asked to stop still takes requests, and says that it is not ready. */
  DRAIN_DELAY_MS: wholeNumber("milliseconds", 600_000, 0, 0),
  /** Not set: no metrics. */
  METRICS_PORT: anyPort.optional(),
  /** Not set: on, but not in production. */
  INTROSPECTION: optionalFlag,
};

/** Whether clients may read the schema. */
export const allowsIntrospection = ({
  NODE_ENV,
  INTROSPECTION,
}: Pick<z.output<z.ZodObject<typeof commonSettings>>, "NODE_ENV" | "INTROSPECTION">): boolean =>
  INTROSPECTION ?? NODE_ENV !== "production";

/** Where metrics are served. Undefined: nowhere. They are not for clients, so they have a port of their own. */
export const toMetricsAddress = ({
  HOST: host,
  METRICS_PORT: own,
}: Pick<z.output<z.ZodObject<typeof commonSettings>>, "HOST" | "METRICS_PORT">) =>
  own === undefined ? undefined : { host, port: own };
