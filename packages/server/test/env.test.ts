import { availableParallelism } from "node:os";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { databaseUrl } from "@an-sinh/subgraph-kit/database/database-url";
import { flag, port, readEnv, SettingsError, workers } from "@an-sinh/server/env";

const schema = z.object({ PORT: port(4000), INTROSPECTION: flag(true), DATABASE_URL: databaseUrl });

describe("settings", () => {
  test("defaults apply to variables that are missing or empty", () => {
    const settings = readEnv(schema, { PORT: "", DATABASE_URL: "sqlite:x.sqlite" });
    expect(settings).toEqual({
      PORT: 4000,
      INTROSPECTION: true,
      DATABASE_URL: { kind: "sqlite", file: "x.sqlite" },
    });
  });

  test("every bad variable is listed at once, and no value is repeated", () => {
    const read = () =>
      readEnv(schema, { PORT: "70000", INTROSPECTION: "maybe", DATABASE_URL: "mysql://u:secret@" });
    expect(read).toThrow(SettingsError);
    expect(read).toThrow(/PORT: expected.*INTROSPECTION: expected.*DATABASE_URL: expected/s);
    expect(read).not.toThrow(/secret/);
  });

  test.each(["4000", "0", "65535"])("%s is a port", (text) => {
    expect(readEnv(z.object({ PORT: port(1) }), { PORT: text })).toEqual({ PORT: Number(text) });
  });

  test("WORKERS is a number of processes, or auto for that of the processors", () => {
    const read = (text: string) => readEnv(z.object({ WORKERS: workers }), { WORKERS: text }).WORKERS;
    expect(["", "1", "64", "auto"].map(read)).toEqual([1, 1, 64, Math.min(availableParallelism(), 64)]);
    for (const text of ["0", "65", "1.5", "many", "-1"])
      expect(() => read(text)).toThrow(/WORKERS: expected a number of processes from 1 to 64, or auto/);
  });
});
