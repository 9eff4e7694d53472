import { useLocale } from "../texts/locale.js";
import { useServedPages } from "./use-served-pages.js";

const paths = ["/explorer/", "/docs/"] as const;

/** Where developers go on, if the server has these pages. */
export function PageLinks() {
  const { texts } = useLocale();
  const served = useServedPages();
  const shown = paths.filter((path) => served.has(path));
  if (shown.length === 0) return null;
  return (
    <nav class="page-links" aria-label={texts.otherPages}>
      {shown.map((path) => (
        <a key={path} href={path}>
          {texts.pages[path]}
        </a>
      ))}
    </nav>
  );
}
