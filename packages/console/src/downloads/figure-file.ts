import { seriesColor } from "../charts/series-place.js";

const svgNamespace = "http://www.w3.org/2000/svg";
const font = "'Segoe UI', system-ui, Roboto, 'Noto Sans', 'DejaVu Sans', sans-serif";
const [margin, lineHeight] = [20, 20];

/** What a file of a figure says besides the figure. */
export interface FigureTexts {
  readonly title: string;
  readonly subtitle: string;
  readonly series: readonly { readonly name: string; readonly color: string }[];
  readonly foot: string;
}

/** The texts around the figure that the page shows. */
export function figureTexts(figure: HTMLElement, foot: string): FigureTexts {
  const series = [...figure.querySelectorAll(".legend-series li")].map((entry, place) => {
    const shade = [...(entry.querySelector(".swatch")?.classList ?? [])].find((name) => name !== "swatch");
    return { name: entry.textContent?.trim() ?? "", color: shade ? `var(--${shade})` : seriesColor(place) };
  });
  const { title = "", subtitle = "" } = figure.dataset;
  return { title, subtitle, series, foot };
}

function element(
  name: string,
  attributes: Readonly<Record<string, string | number>>,
  text?: string,
): SVGElement {
  const made = document.createElementNS(svgNamespace, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  if (text !== undefined) made.textContent = text;
  return made;
}

/** The legend in lines of the given width; returns its height. */
function addLegend(to: SVGElement, series: FigureTexts["series"], top: number, width: number): number {
  let [x, y] = [margin, top];
  for (const { name, color } of series) {
    const room = name.length * 7 + 32;
    if (x + room > width && x > margin) [x, y] = [margin, y + lineHeight];
    to.append(element("rect", { x, y: y - 10, width: 12, height: 12, fill: color }));
    to.append(element("text", { x: x + 18, y, "font-size": 12, fill: "var(--ink)" }, name));
    x += room;
  }
  return series.length > 0 ? y - top + lineHeight : 0;
}

/** The figure as a picture of its own: with title, legend and source, always in the light colors of paper. */
export function figureFile(svg: SVGSVGElement, texts: FigureTexts): SVGElement {
  const [figureWidth, figureHeight] = [svg.width.baseVal.value, svg.height.baseVal.value];
  const width = Math.max(figureWidth, 480) + 2 * margin;
  const file = element("svg", {
    xmlns: svgNamespace,
    "font-family": font,
    "font-size": 13,
    color: "var(--ink)",
  });
  file.append(element("title", {}, texts.title));
  const background = element("rect", { width: "100%", height: "100%", fill: "var(--surface)" });
  file.append(background);
  file.append(
    element(
      "text",
      { x: margin, y: 34, "font-size": 18, "font-weight": 600, fill: "var(--ink)" },
      texts.title,
    ),
  );
  file.append(element("text", { x: margin, y: 56, "font-size": 13, fill: "var(--quiet)" }, texts.subtitle));
  const top = 82 + addLegend(file, texts.series, 82, width);
  const drawn = svg.cloneNode(true) as SVGSVGElement;
  for (const [key, value] of Object.entries({ x: margin, y: top - 8 }))
    drawn.setAttribute(key, String(value));
  drawn.removeAttribute("style");
  drawn.setAttribute("font-size", "13");
  file.append(drawn);
  const height = top + figureHeight + 28;
  file.append(
    element("text", { x: margin, y: height - 12, "font-size": 11, fill: "var(--quiet)" }, texts.foot),
  );
  for (const [key, value] of Object.entries({ width, height, viewBox: `0 0 ${width} ${height}` }))
    file.setAttribute(key, String(value));
  return file;
}

const variable = /var\((--[\w-]+)\)/g;

/** The picture's text, with the colors themselves: no style sheet goes with a file. */
export function figureSource(file: SVGElement): string {
  const paper = document.createElement("div");
  paper.dataset["theme"] = "light";
  paper.hidden = true;
  document.body.append(paper);
  const colors = getComputedStyle(paper);
  const source = new XMLSerializer()
    .serializeToString(file)
    .replaceAll(variable, (_, name: string) => colors.getPropertyValue(name).trim());
  paper.remove();
  return source;
}

export const svgBlob = (source: string): Blob => new Blob([source], { type: "image/svg+xml" });

/** The picture at twice its size, sharp enough to print. */
export async function pngBlob(source: string): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(source)}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = image.width * 2;
  canvas.height = image.height * 2;
  canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob(
      (blob) => (blob ? resolve(blob) : reject(new Error("The picture is too large."))),
      "image/png",
    );
  });
}
