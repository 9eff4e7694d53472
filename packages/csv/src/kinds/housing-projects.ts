import type { FileKind } from "../file-kind.js";
import { completions } from "./housing-projects/completions.js";
import { housingSupports } from "./housing-projects/housing-supports.js";
import { projects } from "./housing-projects/projects.js";
import { territory } from "./territory.js";
import { translations } from "./translations.js";

export const housingProjectsFiles: readonly FileKind[] = [
  territory,
  projects,
  completions,
  housingSupports,
  translations,
];
