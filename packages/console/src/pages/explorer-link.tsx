import type { Report } from "../catalog/catalog.types.js";
import type { ParameterValues } from "../parameters/parameter-values.js";
import { useLocale } from "../texts/locale.js";
import { explorerAddress } from "./explorer-address.js";
import { useServedPages } from "./use-served-pages.js";

interface Props {
  readonly report: Report;
  readonly values: ParameterValues;
}

/** For developers: what the report asks, ready to run. */
export function ExplorerLink({ report, values }: Props) {
  const { texts } = useLocale();
  if (!useServedPages().has("/explorer/")) return null;
  return (
    <p class="no-print">
      <a href={explorerAddress(report, values)}>{texts.openInExplorer}</a>
    </p>
  );
}
