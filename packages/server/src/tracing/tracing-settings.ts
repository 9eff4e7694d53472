import { z } from "zod";
import { isHttpUrl } from "../env.js";

const samplers = [
  "always_on",
  "always_off",
  "traceidratio",
  "parentbased_always_on",
  "parentbased_always_off",
  "parentbased_traceidratio",
] as const;

const expectedShare = "expected a number from 0 to 1";

/** The variables of OpenTelemetry that are obeyed. Its libraries read others, such as OTEL_BSP_SCHEDULE_DELAY. */
export const tracingVariables = {
  OTEL_EXPORTER_OTLP_ENDPOINT: z
    .string()
    .refine(isHttpUrl, "expected a URL such as http://127.0.0.1:4318")
    .optional(),
  OTEL_EXPORTER_OTLP_HEADERS: z
    .string()
    .refine((text) => text.split(",").every((pair) => /^\s*[\w-]+=[\x21-\x7e ]*$/.test(pair)), {
      error: "expected headers such as NAME=VALUE, separated by commas",
    })
    .optional(),
  OTEL_SERVICE_NAME: z.string().optional(),
  OTEL_TRACES_SAMPLER: z
    .enum(samplers, { error: `expected ${samplers.join(", ")}` })
    .default("parentbased_always_on"),
  OTEL_TRACES_SAMPLER_ARG: z.coerce
    .number({ error: expectedShare })
    .min(0, expectedShare)
    .max(1, expectedShare)
    .default(1),
};

/** Where traces go, and which. */
export interface TracingSettings {
  readonly endpoint: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Undefined: that of the program. */
  readonly serviceName: string | undefined;
  /** The share of requests that are traced, from 0 to 1. */
  readonly share: number;
}

/** Undefined: nothing is traced. */
export function toTracingSettings(
  variables: z.output<z.ZodObject<typeof tracingVariables>>,
): TracingSettings | undefined {
  const { OTEL_EXPORTER_OTLP_ENDPOINT: endpoint, OTEL_TRACES_SAMPLER: sampler } = variables;
  const share = sampler.endsWith("traceidratio")
    ? variables.OTEL_TRACES_SAMPLER_ARG
    : Number(sampler.endsWith("always_on"));
  if (endpoint === undefined || share === 0) return undefined;
  return {
    endpoint,
    headers: readHeaders(variables.OTEL_EXPORTER_OTLP_HEADERS ?? ""),
    serviceName: variables.OTEL_SERVICE_NAME,
    share,
  };
}

/** Names and values as the W3C writes them in the header Baggage: percent-encoded. */
function readHeaders(text: string): Record<string, string> {
  const pairs = text.split(",").flatMap((pair) => {
    const [name = "", ...value] = pair.split("=");
    return name.trim() ? [[name.trim(), decode(value.join("=").trim())] as const] : [];
  });
  return Object.fromEntries(pairs);
}

function decode(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
