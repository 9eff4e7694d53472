import type { Column, Parameter, Report } from "../src/catalog/catalog.types.js";

const titled = (text: string) => ({ en: text, vi: text });

export const column = (name: string, more: Partial<Column> = {}): Column => ({
  name,
  title: titled(name),
  kind: "text",
  role: "VALUE",
  isJoined: false,
  ...more,
});

export const parameter = (name: string, more: Partial<Parameter> = {}): Parameter => ({
  name,
  type: "String",
  title: titled(name),
  default: null,
  isRequired: false,
  isList: false,
  ...more,
});

export const report = (more: Partial<Report> = {}): Report => ({
  name: "poverty",
  title: { en: "Poverty by commune", vi: "Hộ nghèo theo xã" },
  description: titled(""),
  parameters: [],
  columns: [],
  charts: [],
  isPaged: false,
  isSignInNeeded: false,
  ...more,
});
