import { AssistanceProgramEntity } from "@an-sinh/households/assistance-program/assistance-program.entity";
import { households } from "@an-sinh/households/subgraph";
import { TranslationEntity } from "@an-sinh/subgraph-kit/languages/translation.entity";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  dialects,
  rowsOf,
  startDepartment,
  type DepartmentGraph,
} from "../../../test/support/department-graph.js";

const program = (code: string, name: string): AssistanceProgramEntity => ({
  code,
  name,
  kind: "GOODS",
  legalBasis: "Decree 1",
});

describe.each(dialects)("on %s", (dialect) => {
  let graph: DepartmentGraph;
  beforeAll(async () => {
    const translations: readonly TranslationEntity[] = [
      { language: "VI", text: "Cows", translation: "Bò" },
      { language: "VI", text: "cows", translation: "bò nhỏ" },
      { language: "EN", text: "Gà", translation: "Chickens" },
      { language: "VI", text: "Decree 1", translation: "Nghị định số 1" },
    ];
    const programs = [program("A", "Cows"), program("B", "Gà"), program("C", "Goats")];
    graph = await startDepartment(
      households,
      [rowsOf(TranslationEntity, translations), rowsOf(AssistanceProgramEntity, programs)],
      dialect,
    );
  });
  afterAll(() => graph.close());

  const namesIn = async (language: string | null) => {
    const data = await graph.expectData<{ assistancePrograms: readonly { name: string }[] }>(
      "query ($language: Language) { assistancePrograms { name(language: $language) } }",
      { language },
    );
    return data.assistancePrograms.map(({ name }) => name);
  };

  test.each([
    ["VI", ["Bò", "Gà", "Goats"]],
    ["EN", ["Cows", "Chickens", "Goats"]],
    [null, ["Cows", "Gà", "Goats"]],
  ])(
    "in the language %s, texts are translated where they can be, and else as on record",
    async (language, names) => {
      expect(await namesIn(language)).toEqual(names);
    },
  );

  test("the texts of a level are translated by one statement, and by none where no language is asked for", async () => {
    graph.takeStatements();
    await graph.expectData("{ assistancePrograms { name legalBasis } }");
    expect(graph.takeStatements()).toBe(1);
    await graph.expectData("{ assistancePrograms { name(language: VI) legalBasis(language: VI) } }");
    expect(graph.takeStatements()).toBe(2);
  });
});
