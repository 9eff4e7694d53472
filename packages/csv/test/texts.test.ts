import { vietnameseSortKey } from "@an-sinh/subgraph-kit/vietnamese-order";
import { describe, expect, test } from "vitest";
import { dialects, startDatabase } from "./support/database.js";
import { exportText, fixture, importFixtures, importText } from "./support/files.js";

describe.each(dialects)("on %s", (dialect) => {
  test("a row is found by exactly its key, and a text differs from another by any letter", async () => {
    await using target = await startDatabase("households", dialect);
    await importFixtures(target, "households");
    const before = fixture("households", "households");
    const [header, first, ...others] = before.split("\n");
    const otherCase = String(first).replace(/^h1,[^,]*/, "H1,00001-0000A");
    const imported = (content: string) => importText(target, "households", content);

    expect(await imported([header, otherCase, first, ...others].join("\n"))).toMatchObject({
      inserted: 1,
      updated: 0,
      unchanged: 3,
    });
    const otherForm = before.normalize("NFD").replace(",Kinh,", ",\u00a0Kinh \u200b\u200e,");
    expect(await imported(otherForm)).toMatchObject({ inserted: 0, updated: 0, unchanged: 3 });
    const edited = before.replace(",Mường,", ",mường,").replace(",Kinh,", ",Kính,");
    expect(await imported(edited)).toMatchObject({ inserted: 0, updated: 2, unchanged: 1 });
    expect(await exportText(target, "households")).toBe(edited.replace("\n", `\n${otherCase}\n`));
  });

  test("a project's place in the order of names follows its name", async () => {
    await using target = await startDatabase("housing-projects", dialect);
    await importFixtures(target, "projects");
    const renamed = fixture("housing-projects", "projects").replace("Đông Anh", "Đức Thắng");
    expect(await importText(target, "projects", renamed)).toMatchObject({ updated: 1, unchanged: 1 });
    const rows = await target.query<{ name: string; name_order: string }>(
      "SELECT name, name_order FROM social_housing_project",
    );
    expect(rows.map((row) => row.name_order)).toEqual(rows.map(({ name }) => vietnameseSortKey(name)));
    expect(rows.map(({ name }) => name)).toContain("Khu nhà ở xã hội Đức Thắng");
  });
});
