import { useLocale } from "../texts/locale.js";
import type { DownloadControl } from "./use-download.js";

/** How far a file is, and what came of it. How much is there changes all the time, so only its begin and end are said aloud. */
export function DownloadStatus({ download, stop }: Pick<DownloadControl, "download" | "stop">) {
  const { texts, format } = useLocale();
  switch (download.status) {
    case "none":
      return null;
    case "loading":
      return (
        <div class="run-status no-print">
          <progress aria-label={texts.downloading} />
          <p>
            <span role="status">{texts.downloading}</span> {format.size(download.bytes)}
          </p>
          <button type="button" onClick={stop}>
            {texts.stopDownload}
          </button>
        </div>
      );
    case "done":
      return (
        <p role="status" class="run-status no-print">
          {texts.downloaded(format.size(download.bytes))}
        </p>
      );
    case "cut":
      return (
        <p role="alert" class="alert no-print">
          {texts.downloadCut}
        </p>
      );
    case "refused":
      return <Refused problems={download.problems} />;
  }
}

function Refused({ problems }: { readonly problems: readonly string[] }) {
  const { texts } = useLocale();
  return (
    <div role="alert" class="alert no-print">
      <p>{texts.downloadFailed}</p>
      {problems.map((problem) => (
        <p key={problem} lang="en">
          {problem}
        </p>
      ))}
    </div>
  );
}
