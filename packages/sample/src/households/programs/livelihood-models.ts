import type { LivelihoodModelEntity } from "@an-sinh/households/livelihood-model/livelihood-model.entity";
import { groupBy } from "@an-sinh/subgraph-kit/group-by";
import { formerProvince } from "../../administrative-units/named-units.js";
import type { SampleLocality } from "../../administrative-units/sample-locality.js";
import { million } from "../../population/amounts.js";
import { drawDecisionNumber } from "../../population/decision-number.js";
import type { Population, SampleHousehold } from "../../population/population.js";
import { createRandom, type Random } from "../../population/random.js";
import { dayInMonths } from "../../population/random-day.js";
import { assistanceDraft, type AssistanceDraft } from "./assistance-draft.js";
import { takeNeedy } from "./needy-households.js";

/**
 * F47, F48: more than 180 models and more than 4,000 poor and near-poor households in Quang Ninh from 2021 to 2025.
 * `named` and `unnamed`: how many households are on record by name, and how many only as a total.
 */
export const livelihoodPlan = [
  { year: 2021, models: 34, named: 0, unnamed: 840 },
  { year: 2022, models: 36, named: 0, unnamed: 905 },
  { year: 2023, models: 38, named: 900, unnamed: 0 },
  { year: 2024, models: 40, named: 800, unnamed: 0 },
  { year: 2025, models: 36, named: 600, unnamed: 0 },
];

/** Dong. */
export const supportPerHousehold = 12_000_000;

/** The source names medicinal plants, bees, fish in cages, livestock, and OCOP products with community tourism. */
const names = [
  "Nuôi gà Tiên Yên",
  "Nuôi ong lấy mật",
  "Trồng ba kích tím",
  "Trồng trà hoa vàng",
  "Nuôi bò sinh sản",
  "Nuôi dê núi",
  "Trồng dong riềng",
  "Nuôi cá lồng bè",
  "Trồng quế",
  "Sản phẩm OCOP gắn với du lịch cộng đồng",
];

export interface DrawnModel {
  readonly model: LivelihoodModelEntity;
  /** The participants on record by name. */
  readonly households: readonly SampleHousehold[];
}

/** Draws the models and their participants. The latest year comes first, because then the fewest households are needy. */
export function drawLivelihoodModels(population: Population): DrawnModel[] {
  const { households, localities, seed, scale } = population;
  const random = createRandom(seed, "livelihood models");
  const isHere = ({ formerProvinceCode }: SampleLocality) => formerProvinceCode === formerProvince.quangNinh;
  const here = localities.filter(isHere);
  const waiting = random.shuffle(households.filter(({ locality }) => isHere(locality)));
  return livelihoodPlan.toReversed().flatMap(({ year, models, named, unnamed }) => {
    const wanted = named * scale;
    const participants = takeNeedy(waiting, year, wanted).map(({ household }) => household);
    if (participants.length < wanted)
      throw new RangeError(`Expected ${wanted} households for ${year}, but got: ${participants.length}`);
    const groups = groupNeighbors(participants, models * scale, here, random);
    const size = Math.ceil((named + unnamed) / models);
    return groups.map((group, index) => drawModel(group, year, index + 1, size, random));
  });
}

interface Group {
  readonly locality: SampleLocality;
  readonly households: readonly SampleHousehold[];
}

/** One group of neighbors for each model. A model without named participants gets only a locality. */
function groupNeighbors(
  participants: readonly SampleHousehold[],
  models: number,
  localities: readonly SampleLocality[],
  random: Random,
): Group[] {
  const byDistrict = groupBy(participants, ({ locality }) => locality.formerDistrictCode);
  const neighbors = [...byDistrict.values()].flat();
  const size = Math.ceil(neighbors.length / models);
  return Array.from({ length: models }, (_, index) => {
    const households = neighbors.slice(index * size, (index + 1) * size);
    return { households, locality: households[0]?.locality ?? random.pick(localities) };
  });
}

/** `size` is the planned number of participants. The last model of a year may have fewer. */
function drawModel(
  { locality, households }: Group,
  year: number,
  number: number,
  size: number,
  random: Random,
): DrawnModel {
  const model = {
    id: `lm-${year}-${String(number).padStart(3, "0")}`,
    name: random.pick(names),
    localityId: locality.id,
    startedOn: dayInMonths(random, year, 2, 12),
    budget: size * supportPerHousehold + random.between(20, 80) * million,
    decisionNumber: drawDecisionNumber(random),
  };
  return { model, households };
}

/** The support that each participant gets. */
export function* livelihoodRows(models: readonly DrawnModel[]): Iterable<AssistanceDraft> {
  for (const { model, households } of models) {
    const { id, startedOn, decisionNumber } = model;
    for (const household of households) {
      yield assistanceDraft(household, "LIVELIHOOD_MODEL", {
        amount: supportPerHousehold,
        from: startedOn,
        to: startedOn,
        livelihoodModelId: id,
        decisionNumber,
      });
    }
  }
}
