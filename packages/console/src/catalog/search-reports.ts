import type { Report } from "./catalog.types.js";

const marks = /\p{Diacritic}/gu;

/** The text without case and diacritics, as people type it: "hộ nghèo" and "ho ngheo" are the same. */
export const plain = (text: string): string =>
  text.normalize("NFD").replace(marks, "").replaceAll(/[đĐ]/g, "d").toLowerCase();

/** The reports whose texts, in any language, have every word of the search. */
export function searchReports(reports: readonly Report[], search: string): readonly Report[] {
  const words = plain(search).split(/\s+/).filter(Boolean);
  return reports.filter(({ name, title, description }) => {
    const searched = plain([name, title.en, title.vi, description.en, description.vi].join(" "));
    return words.every((word) => searched.includes(word));
  });
}
