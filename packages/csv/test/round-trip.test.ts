import { describe, expect, test } from "vitest";
import { departments, dialects, startDatabase } from "./support/database.js";
import { exportText, fixture, importFixtures, importText, importUnchecked } from "./support/files.js";

describe.each(dialects)("on %s", (dialect) => {
  describe.each(departments)("$name", ({ name, kinds }) => {
    const names = kinds.map((kind) => kind.name);

    test("what was imported is exported with the same bytes, and again from a second database", async () => {
      await using first = await startDatabase(name, dialect);
      await importFixtures(first, ...names);
      await using second = await startDatabase(name, dialect);
      for (const kind of names) {
        const exported = await exportText(first, kind);
        expect(exported).toBe(fixture(name, kind));
        await importText(second, kind, exported);
        expect(await exportText(second, kind)).toBe(exported);
      }
    });

    test("importing the same file twice changes nothing, and the data keeps its version", async () => {
      await using target = await startDatabase(name, dialect);
      await importFixtures(target, ...names);
      const version = await target.version();
      for (const kind of names) {
        const lines = fixture(name, kind).trimEnd().split("\n").length;
        const { inserted, updated, unchanged } = await importText(target, kind, fixture(name, kind));
        expect({ kind, inserted, updated }).toEqual({ kind, inserted: 0, updated: 0 });
        expect(unchanged).toBeGreaterThan(0);
        expect(unchanged).toBeLessThan(lines);
        expect(await target.version(), kind).toBe(version);
      }
    });

    test("each kind of import gives the data another version, but for a dry run and a refused file", async () => {
      await using target = await startDatabase(name, dialect);
      const versions = new Set([await target.version()]);
      for (const kind of names) {
        const content = fixture(name, kind);
        await importUnchecked(target, kind, content, { isDryRun: true });
        const refused =
          content +
          target
            .kind(kind)
            .columns.map(() => "?")
            .join() +
          "\n";
        expect((await importUnchecked(target, kind, refused)).rejected).toBe(1);
        expect(versions).toContain(await target.version());
        await importUnchecked(target, kind, content);
        expect(versions).not.toContain(await target.version());
        versions.add(await target.version());
      }
    });
  });
});
