import { useState } from "preact/hooks";
import type { Report } from "../catalog/catalog.types.js";
import { isShared, type ParameterValues } from "../parameters/parameter-values.js";
import { useLocale } from "../texts/locale.js";
import { fileAddress, type FileFormat } from "./addresses.js";
import { figureFile, figureSource, figureTexts, pngBlob, svgBlob } from "./figure-file.js";
import { copyText, saveBlob } from "./save.js";
import type { DownloadControl } from "./use-download.js";

interface Props {
  readonly report: Report;
  readonly values: ParameterValues;
  readonly token: string | undefined;
  /** Whether a chart or a map is shown. */
  readonly hasFigure: boolean;
  /** Fetches a file of the report. */
  readonly start: DownloadControl["start"];
}

/** What the page shows, as files and as a link. */
export function DownloadBar({ report, values, token, hasFigure, start }: Props) {
  const { texts, say, format, language } = useLocale();
  const [message, setMessage] = useState("");
  const attempt = async (work: () => Promise<string>) => {
    setMessage(texts.downloading);
    setMessage(await work().catch(() => texts.downloadFailed));
  };
  const saveFigure = (kind: "svg" | "png") =>
    attempt(async () => {
      const figure = document.querySelector<HTMLElement>("figure.drawn");
      const svg = figure?.querySelector<SVGSVGElement>("svg.figure");
      if (!figure || !svg) return texts.downloadFailed;
      const foot = `${texts.product} · ${say(report.title)} · ${format.time(new Date())}`;
      const source = figureSource(figureFile(svg, figureTexts(figure, foot)));
      saveBlob(kind === "svg" ? svgBlob(source) : await pngBlob(source), `${report.name}.${kind}`);
      return "";
    });
  const copyLink = async () => {
    const isWhole = report.parameters.every((one) => isShared(one) || (values[one.name] ?? []).length === 0);
    const isCopied = await copyText(location.href);
    setMessage(isCopied ? [texts.linkCopied, isWhole ? "" : texts.linkWithout].join(". ") : location.href);
  };
  const file = (kind: FileFormat) => {
    const url = fileAddress(report, values, language, kind);
    const save = (event: MouseEvent) => {
      event.preventDefault();
      start(url, `${report.name}.${kind}`, token);
    };
    // A link: its address is what spreadsheets ask for themselves.
    return (
      <a class="button" href={url} download onClick={save}>
        {texts[kind]}
      </a>
    );
  };
  return (
    <div class="downloads" role="group" aria-label={texts.downloads}>
      {file("xlsx")}
      {file("csv")}
      {hasFigure && (
        <>
          <button type="button" onClick={() => void saveFigure("png")}>
            {texts.png}
          </button>
          <button type="button" onClick={() => void saveFigure("svg")}>
            {texts.svg}
          </button>
        </>
      )}
      <button type="button" onClick={() => print()}>
        {texts.print}
      </button>
      <button type="button" onClick={() => void copyLink()}>
        {texts.copyLink}
      </button>
      <span role="status" class="quiet">
        {message}
      </span>
    </div>
  );
}
