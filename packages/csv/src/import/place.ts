import type { Localities } from "@an-sinh/territory/localities";
import type { Candidate } from "./candidate.js";

/** Finds the locality of each line by the codes of its communes of today and of before. */
export function resolvePlaces(localities: Localities, candidates: readonly Candidate[]): void {
  for (const candidate of candidates)
    if (candidate.kind.place && !candidate.isRejected) place(candidate, localities);
}

function place(candidate: Candidate, localities: Localities): void {
  const { kind, cells, row } = candidate;
  const code = cells["commune_code"] ?? null;
  const formerCode = cells["former_commune_code"] ?? null;
  // Only where the kind allows it: the line takes the place of what it refers to.
  if (code === null && formerCode === null) return;
  const inCommune = localities.inCommune(String(code));
  if (inCommune.length === 0) {
    candidate.reject("commune_code", "the code of a commune of today");
    return;
  }
  const matching = inCommune.filter(
    ({ formerCommuneCode }) => formerCode === null || formerCommuneCode === formerCode,
  );
  const [found, other] = matching;
  if (!found || other) {
    const codes = [...new Set(inCommune.map(({ formerCommuneCode }) => formerCommuneCode))].toSorted();
    candidate.reject(
      "former_commune_code",
      `one of the communes that ${String(code)} was made of: ${codes.join(", ")}`,
    );
    return;
  }
  row["localityId"] = found.localityId;
  if (kind.place?.communeProperty) row[kind.place.communeProperty] = found.communeId;
}
