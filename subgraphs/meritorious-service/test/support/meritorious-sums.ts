import type { ToldNumber } from "../../../../test/support/follows.js";
import type { GeneratedProvince } from "../../../../test/support/generated-provinces.js";
import { categories, channels } from "./generated-records.js";
import { endedOf, isFew, ofCategory, ofUnit, type Answers } from "./meritorious-answers.js";

/**
 * Records, as sums of those in force and of those that have ended, by locality and category. Of `all` answers nothing is
 * withheld.
 */
export function recordsOf(
  { localityIds, units: ofProvince }: GeneratedProvince,
  shown: Answers,
  all: Answers,
): ToldNumber[] {
  return Object.entries(ofProvince).flatMap(([unitId, inUnit]) => {
    const of = (codes: readonly string[], states: readonly boolean[]) =>
      localityIds.flatMap((id) =>
        categories.flatMap((code) =>
          [true, false].map((isInForce) =>
            Number(inUnit.includes(id) && codes.includes(code) && states.includes(isInForce)),
          ),
        ),
      );
    const parts = categories.flatMap((code) => {
      const found = ofCategory(shown, unitId, code);
      const right = ofCategory(all, unitId, code);
      const name = `${unitId} ${code}`;
      const ended = { name: `${name} ended`, value: null, of: of([code], [false]) };
      return [
        { name, value: found?.beneficiaries ?? null, of: of([code], [true]) },
        { name: `${name} recognized`, value: found?.recognized ?? null, of: of([code], [true, false]) },
        ...(right && isFew(endedOf(right)) ? [ended] : []),
      ];
    });
    return [
      { name: unitId, value: ofUnit(shown, unitId).beneficiaries, of: of(categories, [true]) },
      ...parts,
    ];
  });
}

/** Dong, as sums of what was paid by locality, category and channel. */
export function paymentsOf(
  { localityIds, units: ofProvince }: GeneratedProvince,
  shown: Answers,
): ToldNumber[] {
  return Object.entries(ofProvince).flatMap(([unitId, inUnit]) => {
    const { paid, payments: byChannel } = ofUnit(shown, unitId);
    const of = (codes: readonly string[], through: readonly string[]) =>
      localityIds.flatMap((id) =>
        categories.flatMap((code) =>
          channels.map((channel) =>
            Number(inUnit.includes(id) && codes.includes(code) && through.includes(channel)),
          ),
        ),
      );
    return [
      { name: unitId, value: paid, of: of(categories, channels) },
      ...categories.map((code) => ({
        name: `${unitId} ${code}`,
        value: ofCategory(shown, unitId, code)?.paid ?? null,
        of: of([code], channels),
      })),
      ...byChannel.map(({ channel, amount }) => ({
        name: `${unitId} ${channel}`,
        value: amount,
        of: of(categories, [channel]),
      })),
    ];
  });
}
