import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import { loadReport } from "./load-report.js";
import { noRun, type ReportRun } from "./report-run.js";

export interface RunControl {
  readonly run: ReportRun;
  readonly start: (url: string, token: string | undefined) => void;
  readonly stop: () => void;
  readonly clear: () => void;
}

/** One report at a time: asking for another stops the one before. */
export function useReportRun(): RunControl {
  const [run, setRun] = useState<ReportRun>(noRun);
  const current = useRef<AbortController | undefined>(undefined);
  const clear = useCallback(() => {
    current.current?.abort();
    current.current = undefined;
    setRun(noRun);
  }, []);
  const start = useCallback((url: string, token: string | undefined) => {
    current.current?.abort();
    const controller = new AbortController();
    current.current = controller;
    const show = (next: ReportRun) => current.current === controller && setRun(next);
    void loadReport({ url, token, signal: controller.signal, show });
  }, []);
  const stop = useCallback(() => {
    current.current?.abort();
    setRun((shown) => (shown.status === "loading" ? { ...shown, status: "stopped" } : shown));
  }, []);
  useEffect(() => () => current.current?.abort(), []);
  return { run, start, stop, clear };
}
