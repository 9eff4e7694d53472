import { resolve } from "node:path";
import { afterEach, expect, test, vi } from "vitest";
import { readAuditSettings } from "../src/data-folder/env.js";

afterEach(() => vi.unstubAllEnvs());

test("the access log is beside the databases, in whichever folder a command was typed", () => {
  vi.stubEnv("INIT_CWD", resolve("docs"));
  vi.stubEnv("DATA_DIR", "data");
  vi.stubEnv("AUDIT_DIR", undefined);
  expect(readAuditSettings().folder).toBe(resolve("data/audit"));
  vi.stubEnv("AUDIT_DIR", "audit");
  expect(readAuditSettings().folder).toBe(resolve("docs/audit"));
});
