import type { Texts } from "./english.js";

/** The name of a department; one that the texts do not know has its subgraph's name. */
export const departmentTitle = (texts: Texts, department: string): string =>
  texts.departments[department] ?? department;
