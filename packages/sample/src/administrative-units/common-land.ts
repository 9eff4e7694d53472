import { groupBy } from "@an-sinh/subgraph-kit/group-by";
import type { SampleLocality } from "./sample-locality.js";

/** The localities that were in one commune on 2025-06-30 and are in one today, by one of them. Mostly there is no other. */
export type CommonLand = ReadonlyMap<SampleLocality, readonly SampleLocality[]>;

/** In the order of the localities. A land stands at the locality whose first commune gave its code to the later one. */
export function commonLand(localities: readonly SampleLocality[]): CommonLand {
  const lands = groupBy(
    localities,
    ({ formerCommuneIds, communeId }) => `${formerCommuneIds.at(-1)} ${communeId}`,
  );
  return new Map(
    [...lands.values()].flatMap((parts) => {
      const land = parts.find(isNamedAfter) ?? parts[0];
      return land ? [[land, parts]] : [];
    }),
  );
}

const isNamedAfter = ({ formerCommuneCode, formerCommuneIds }: SampleLocality): boolean =>
  formerCommuneIds.at(-1)?.startsWith(`${formerCommuneCode}@`) === true;
