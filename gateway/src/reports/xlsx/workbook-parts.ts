const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const relations = "http://schemas.openxmlformats.org/package/2006/relationships";
const types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const contents = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/** The styles of cells, by their places in `cellXfs`. */
export const styles = {
  plain: 0,
  header: 1,
  integer: 2,
  number: 3,
  percent: 4,
  date: 5,
  year: 6,
  time: 7,
} as const;

/** What spreadsheets have by themselves: 1 is "0", and 3 is "#,##0". The codes from 164 are ours. */
const formats = [0, 0, 3, 164, 165, 166, 1, 167];

/** From code 164 on, as texts of XML. */
const ownFormats = ["#,##0.0##", "0.0##&quot;%&quot;", "yyyy\\-mm\\-dd", "yyyy\\-mm\\-dd\\ hh:mm:ss"].map(
  (code, index) => `<numFmt numFmtId="${164 + index}" formatCode="${code}"/>`,
);

const styleSheet = `<styleSheet xmlns="${main}"><numFmts count="${ownFormats.length}">${ownFormats.join("")}</numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="${formats.length}">${formats.map((format, index) => `<xf numFmtId="${format}" fontId="${index === styles.header ? 1 : 0}" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/>`).join("")}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;

export const sheetPath = (number: number): string => `xl/worksheets/sheet${number}.xml`;

/** What a workbook has beside its sheets, by paths in the file. The names are texts of XML. */
export function workbookParts(names: readonly string[]): readonly (readonly [path: string, text: string])[] {
  const numbers = names.map((_, index) => index + 1);
  const sheets = names.map(
    (name, index) => `<sheet name="${name}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  );
  const overrides = numbers.map(
    (number) => `<Override PartName="/${sheetPath(number)}" ContentType="${contents}.worksheet+xml"/>`,
  );
  const links = numbers.map(
    (number) =>
      `<Relationship Id="rId${number}" Type="${types}/worksheet" Target="worksheets/sheet${number}.xml"/>`,
  );
  const styleId = `rId${names.length + 1}`;
  return [
    [
      "[Content_Types].xml",
      `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${contents}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${contents}.styles+xml"/>${overrides.join("")}</Types>`,
    ],
    [
      "_rels/.rels",
      `${head}<Relationships xmlns="${relations}"><Relationship Id="rId1" Type="${types}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ],
    [
      "xl/workbook.xml",
      `${head}<workbook xmlns="${main}" xmlns:r="${types}"><sheets>${sheets.join("")}</sheets></workbook>`,
    ],
    [
      "xl/_rels/workbook.xml.rels",
      `${head}<Relationships xmlns="${relations}">${links.join("")}<Relationship Id="${styleId}" Type="${types}/styles" Target="styles.xml"/></Relationships>`,
    ],
    ["xl/styles.xml", head + styleSheet],
  ];
}

/** The beginning of a sheet whose first row stays in view. The widths are in characters. */
export const sheetStart = (widths: readonly number[]): string =>
  `${head}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${widths.map((width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`).join("")}</cols><sheetData>`;

export const sheetEnd = "</sheetData></worksheet>";
