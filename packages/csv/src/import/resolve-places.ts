import type { Localities, LocalityCommunes } from "@an-sinh/territory/localities";
import type { Place, Problem, Value } from "../file-kind.js";
import { examineRows, noProblems, type Stage } from "./stage.js";

/** Finds the locality of each row by the codes of the commune of today and of the commune before it. */
export const resolvePlaces =
  (localities: Localities, { communeProperty }: Place): Stage =>
  (rows) =>
    examineRows(rows, (row) => {
      const code = row.cells["commune_code"] ?? null;
      const formerCode = row.cells["former_commune_code"] ?? null;
      // Both may be blank only where the place is copied from the row that the line refers to.
      if (code === null && formerCode === null) return { row, problems: noProblems };
      const found = findLocality(localities, String(code), formerCode);
      if ("expected" in found) return { row, problems: [found] };
      const values: Record<string, Value> = { ...row.values, localityId: found.localityId };
      if (communeProperty !== undefined) values[communeProperty] = found.communeId;
      return {
        row: { ...row, values },
        problems: noProblems,
      };
    });

function findLocality(localities: Localities, code: string, formerCode: Value): LocalityCommunes | Problem {
  const inCommune = localities.inCommune(code);
  if (inCommune.length === 0) return { column: "commune_code", expected: "the code of a commune of today" };
  const [found, ...others] = inCommune.filter(
    ({ formerCommuneCode }) => formerCode === null || formerCommuneCode === formerCode,
  );
  if (found && others.length === 0) return found;
  return {
    column: "former_commune_code",
    expected: "the code of one of the communes that the commune of today was made of",
  };
}
