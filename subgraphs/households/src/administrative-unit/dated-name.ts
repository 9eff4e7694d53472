import { vietnameseDay, Wording } from "@an-sinh/subgraph-kit/languages/wording";
import type { AdministrativeUnitEntity } from "./administrative-unit.entity.js";

type DatedUnit = Pick<AdministrativeUnitEntity, "name" | "validFrom" | "validTo">;

/** The name of a unit with the days between which it exists, as far as they are known. */
export function datedName({ name, validFrom, validTo }: DatedUnit): Wording {
  const english = [validFrom && `since ${validFrom}`, validTo && `until ${validTo}`];
  const vietnamese = [
    validFrom && `từ ${vietnameseDay(validFrom)}`,
    validTo && `đến ${vietnameseDay(validTo)}`,
  ];
  const written = (days: readonly (string | null)[]) => days.filter((day) => day).join(" ");
  return new Wording(withDays(name, written(english)), withDays(name, written(vietnamese)));
}

const withDays = (name: string, days: string): string => (days === "" ? name : `${name} (${days})`);
