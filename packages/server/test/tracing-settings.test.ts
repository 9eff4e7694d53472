import { expect, test } from "vitest";
import { z } from "zod";
import { readEnv, SettingsError } from "../src/env.js";
import { toTracingSettings, tracingVariables } from "../src/tracing/tracing-settings.js";

const OTEL_EXPORTER_OTLP_ENDPOINT = "http://127.0.0.1:4318";
const read = (variables: Record<string, string>) =>
  toTracingSettings(readEnv(z.object(tracingVariables), variables));

test("without a collector nothing is traced", () => {
  expect(read({})).toBeUndefined();
  expect(read({ OTEL_TRACES_SAMPLER: "always_on" })).toBeUndefined();
});

test.each([
  ["always_on", undefined, 1],
  ["parentbased_always_on", "0.1", 1],
  ["traceidratio", "0.1", 0.1],
  ["parentbased_traceidratio", undefined, 1],
  ["always_off", undefined, undefined],
  ["traceidratio", "0", undefined],
])("the sampler %s with %s takes the share %s", (OTEL_TRACES_SAMPLER, share = "", expected) => {
  const found = read({ OTEL_EXPORTER_OTLP_ENDPOINT, OTEL_TRACES_SAMPLER, OTEL_TRACES_SAMPLER_ARG: share });
  expect(found?.share).toBe(expected);
});

test("headers are pairs, percent-encoded", () => {
  const OTEL_EXPORTER_OTLP_HEADERS = "authorization=Bearer%20abc=, x-team=ops";
  const found = read({ OTEL_EXPORTER_OTLP_ENDPOINT, OTEL_EXPORTER_OTLP_HEADERS });
  expect(found?.headers).toEqual({ authorization: "Bearer abc=", "x-team": "ops" });
});

test("every setting that cannot be used is named, and none is repeated", () => {
  const bad = {
    OTEL_EXPORTER_OTLP_ENDPOINT: "ftp://secret",
    OTEL_EXPORTER_OTLP_HEADERS: "secret",
    OTEL_TRACES_SAMPLER: "secret",
    OTEL_TRACES_SAMPLER_ARG: "7",
  };
  let problem: unknown;
  try {
    read(bad);
  } catch (error) {
    problem = error;
  }
  expect(problem).toBeInstanceOf(SettingsError);
  for (const name of Object.keys(bad)) expect(String(problem)).toContain(`${name}: expected`);
  expect(String(problem)).not.toContain("secret");
});
