import { useEffect, useRef, useState } from "preact/hooks";
import { FileRefused, fetchFile } from "./fetch-file.js";
import { saveBlob } from "./save.js";

export type Download =
  | { readonly status: "none" }
  | { readonly status: "cut" }
  | { readonly status: "loading" | "done"; readonly bytes: number }
  | { readonly status: "refused"; readonly problems: readonly string[] };

export interface DownloadControl {
  readonly download: Download;
  readonly start: (url: string, name: string, token: string | undefined) => void;
  readonly stop: () => void;
}

const none: Download = { status: "none" };

/** One file at a time, which is saved once it is whole: asking for another stops the one before. */
export function useDownload(): DownloadControl {
  const [download, set] = useState<Download>(none);
  const current = useRef<AbortController | undefined>(undefined);
  const stop = () => {
    current.current?.abort();
    set(none);
  };
  const start = async (url: string, name: string, token: string | undefined) => {
    stop();
    const controller = new AbortController();
    current.current = controller;
    const { signal } = controller;
    const show = (next: Download) => !signal.aborted && set(next);
    show({ status: "loading", bytes: 0 });
    try {
      const file = await fetchFile({
        url,
        token,
        signal,
        show: (bytes) => show({ status: "loading", bytes }),
      });
      saveBlob(file, name);
      show({ status: "done", bytes: file.size });
    } catch (error) {
      show(
        error instanceof FileRefused ? { status: "refused", problems: error.problems } : { status: "cut" },
      );
    }
  };
  useEffect(() => () => current.current?.abort(), []);
  return { download, start: (url, name, token) => void start(url, name, token), stop };
}
