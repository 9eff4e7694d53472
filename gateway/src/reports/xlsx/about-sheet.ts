import { plainText, type Language } from "../cell-texts.js";
import type { Report } from "../report.js";
import { styles } from "./workbook-parts.js";
import type { SheetCell } from "./sheet-rows.js";

/** What the second sheet of a report tells. */
export interface AboutReport {
  readonly report: Report;
  readonly language: Language;
  /** The values of the variables that the client gave. */
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly madeAt: Date;
}

const words = {
  en: {
    report: "Report",
    time: "Made at",
    rows: "Rows",
    parameters: "Parameters",
    none: "(not given)",
    columns: ["Column", "Name", "Source", "Role", "What it says"],
    provenance: "provenance",
    value: "value",
    data: "Data",
    about: "About",
  },
  vi: {
    report: "Báo cáo",
    time: "Lập lúc",
    rows: "Số dòng",
    parameters: "Tham số",
    none: "(không nhập)",
    columns: ["Cột", "Tên", "Nguồn", "Vai trò", "Nội dung"],
    provenance: "căn cứ",
    value: "số liệu",
    data: "Dữ liệu",
    about: "Giới thiệu",
  },
} as const;

/** The names of the two sheets. */
export const sheetNames = (language: Language): readonly [string, string] => [
  words[language].data,
  words[language].about,
];

/** The rows of the sheet that says what the report is, for what it was asked, and where its figures come from. */
export function aboutRows(
  { report, language, parameters, madeAt }: AboutReport,
  rows: number,
): readonly (readonly SheetCell[])[] {
  const own = words[language];
  const { title, description } = report.header;
  const given = report.parameters.map(({ name, title: label, default: fallback }) => [
    label[language],
    plainText(parameters[name] ?? fallback) || own.none,
  ]);
  const columns = report.columns.map((column) => [
    column.title[language],
    column.name,
    column.department ?? "",
    column.role === "PROVENANCE" ? own.provenance : own.value,
    column.description?.[language] ?? "",
  ]);
  return [
    bold([own.report, title[language]]),
    plain(["", description[language]]),
    plain([own.time, madeAt.toISOString()]),
    [...plain([own.rows]), { value: rows, style: styles.integer }],
    [],
    bold([own.parameters]),
    ...given.map(plain),
    [],
    bold(own.columns),
    ...columns.map(plain),
  ];
}

const cellsOf =
  (style: number) =>
  (texts: readonly string[]): readonly SheetCell[] =>
    texts.map((value) => ({ value: value === "" ? null : value, style }));
const plain = cellsOf(styles.plain);
const bold = cellsOf(styles.header);
