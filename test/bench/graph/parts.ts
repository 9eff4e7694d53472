import { measureFiles } from "./files/measure-files.js";
import { measureGrowth } from "./growth/measure-growth.js";
import { measureKept } from "./kept/measure-kept.js";
import { measureLeaving } from "./leaving/measure-leaving.js";
import type { Part } from "./part.js";
import { measureServing } from "./serving/measure-serving.js";
import { measureStart } from "./start/measure-start.js";

export const partNames = ["serving", "growth", "start", "files", "leaving", "kept"] as const;
export type PartName = (typeof partNames)[number];

export const parts: Readonly<Record<PartName, Part>> = {
  serving: measureServing,
  growth: measureGrowth,
  start: measureStart,
  files: measureFiles,
  leaving: measureLeaving,
  kept: measureKept,
};
