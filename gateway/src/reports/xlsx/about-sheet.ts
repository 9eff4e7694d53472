import { joinedText, valueTexts, type Language } from "../cell-texts.js";
import type { ChosenTitles } from "../chosen-titles.js";
import type { Report } from "../report.js";
import { chosenValues, type ReportParameter } from "../report-parameters.js";
import { sheetTime } from "./sheet-cells.js";
import type { SheetCell } from "./sheet-rows.js";
import { styles } from "./workbook-parts.js";

/** What the second sheet of a report tells. */
export interface AboutReport {
  readonly report: Report;
  readonly language: Language;
  /** The values of the variables that the client gave. */
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly chosenTitles: () => Promise<ChosenTitles>;
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
  titles: ChosenTitles,
  rows: number,
): readonly (readonly SheetCell[])[] {
  const own = words[language];
  const { title, description } = report.header;
  const given = report.parameters.map((parameter) => {
    const chosen = chosenValues(parameter, parameters);
    const value = chosenCell(parameter, chosen, titles, language) ?? own.none;
    return [...plain([parameter.title[language]]), { value, style: styles.plain }];
  });
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
    timeRow(own.time, madeAt),
    [...plain([own.rows]), { value: rows, style: styles.integer }],
    [],
    bold([own.parameters]),
    ...given,
    [],
    bold(own.columns),
    ...columns.map(plain),
  ];
}

/** In the time zone of the gateway, which is named: a cell has none. */
function timeRow(label: string, time: Date): readonly SheetCell[] {
  const minutes = -time.getTimezoneOffset();
  const two = (number: number) => String(Math.floor(number)).padStart(2, "0");
  const size = Math.abs(minutes);
  const zone = minutes === 0 ? "UTC" : `UTC${minutes < 0 ? "-" : "+"}${two(size / 60)}:${two(size % 60)}`;
  const value = sheetTime(time.getTime() + minutes * 60_000);
  return [...plain([`${label} (${zone})`]), { value, style: styles.time }];
}

/** What was chosen, as people call it; of what has a name, the value is in brackets: names come twice. Null: nothing was. */
function chosenCell(
  { name, values }: ReportParameter,
  chosen: readonly unknown[],
  titles: ChosenTitles,
  language: Language,
): SheetCell["value"] {
  const [first, ...others] = chosen;
  if (typeof first === "number" && others.length === 0) return first;
  const own = valueTexts({ values }, language);
  return joinedText([...chosen], (value) => {
    const text = own(value);
    const title = titles.get(name)?.get(text) ?? text;
    return title === text ? text : `${title} (${text})`;
  });
}

const cellsOf =
  (style: number) =>
  (texts: readonly string[]): readonly SheetCell[] =>
    texts.map((value) => ({ value: value === "" ? null : value, style }));
const plain = cellsOf(styles.plain);
const bold = cellsOf(styles.header);
