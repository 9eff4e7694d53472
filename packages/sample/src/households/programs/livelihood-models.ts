import type { LivelihoodModelEntity } from "@an-sinh/households/livelihood-model/livelihood-model.entity";
import { groupBy } from "@an-sinh/subgraph-kit/group-by";
import type { Population, SampleHousehold, SampleLocality } from "../../population/population.js";
import { createRandom, type Random } from "../../population/random.js";
import { draft, type AssistanceDraft } from "./assistance-draft.js";
import { drawDay, takeNeedy } from "./gifts-and-cows.js";

const quangNinhCode = "22";

/**
 * F47, F48: more than 180 models and more than 4,000 poor and near-poor households in Quang Ninh from 2021
 * to 2025. For the first two years only the number of households was reported, without their names.
 */
export const livelihoodPlan = [
  { year: 2021, models: 34, named: 0, unnamed: 840 },
  { year: 2022, models: 36, named: 0, unnamed: 905 },
  { year: 2023, models: 38, named: 900, unnamed: 0 },
  { year: 2024, models: 40, named: 800, unnamed: 0 },
  { year: 2025, models: 36, named: 600, unnamed: 0 },
];

const products = [
  "Nuôi gà Tiên Yên",
  "Nuôi ong lấy mật",
  "Trồng ba kích tím",
  "Trồng trà hoa vàng",
  "Nuôi bò sinh sản",
  "Nuôi dê núi",
  "Trồng dong riềng",
  "Nuôi hàu treo dây",
  "Trồng quế",
  "Nuôi vịt biển",
];
export const supportPerHousehold = 12_000_000;

export interface DrawnModel {
  readonly model: LivelihoodModelEntity;
  readonly households: readonly SampleHousehold[];
}

/** The models with those who take part, each household in one. The latest years first: fewer are in need then. */
export function drawLivelihoodModels(population: Population): DrawnModel[] {
  const { households, localities, seed, scale } = population;
  const random = createRandom(seed, "livelihood models");
  const here = localities.filter(({ formerProvinceCode }) => formerProvinceCode === quangNinhCode);
  const waiting = random.shuffle(
    households.filter(({ locality }) => locality.formerProvinceCode === quangNinhCode),
  );
  return livelihoodPlan.toReversed().flatMap(({ year, models, named, unnamed }) => {
    const wanted = named * scale;
    const takers = takeNeedy(waiting, year, wanted).map(({ household }) => household);
    if (takers.length < wanted)
      throw new RangeError(`Expected ${wanted} households for ${year}, but got: ${takers.length}`);
    const groups = divide(takers, models * scale, random, here);
    const size = Math.ceil((named + unnamed) / models);
    return groups.map((group, index) => modelOf(group, year, index + 1, size, random));
  });
}

interface Group {
  readonly locality: SampleLocality;
  readonly households: readonly SampleHousehold[];
}

/** As many groups as there are models, neighbors together; models without names get a place only. */
function divide(
  takers: readonly SampleHousehold[],
  models: number,
  random: Random,
  localities: readonly SampleLocality[],
): Group[] {
  const neighbors = [...groupBy(takers, ({ locality }) => locality.formerDistrictCode).values()].flat();
  const size = Math.ceil(neighbors.length / models);
  return Array.from({ length: models }, (_, index) => {
    const households = neighbors.slice(index * size, (index + 1) * size);
    return { households, locality: households[0]?.locality ?? random.pick(localities) };
  });
}

/** `size`: how many take part; those of the last model may be fewer. */
function modelOf(
  { locality, households }: Group,
  year: number,
  number: number,
  size: number,
  random: Random,
): DrawnModel {
  const model = {
    id: `lm-${year}-${String(number).padStart(3, "0")}`,
    name: random.pick(products),
    localityId: locality.id,
    startedOn: drawDay(random, year),
    budget: size * supportPerHousehold + random.between(20, 80) * 1_000_000,
    decisionNumber: `${random.between(100, 4900)}/QĐ-UBND`,
  };
  return { model, households };
}

/** What each household gets in its model. */
export function* livelihoodRows(models: readonly DrawnModel[]): Iterable<AssistanceDraft> {
  for (const { model, households } of models) {
    const { id, startedOn, decisionNumber } = model;
    for (const household of households) {
      yield draft(household, "LIVELIHOOD_MODEL", {
        amount: supportPerHousehold,
        from: startedOn,
        to: startedOn,
        livelihoodModelId: id,
        decisionNumber,
      });
    }
  }
}
