import type { View } from "./address/address.js";
import { useLocale } from "./texts/locale.js";

export interface Tab {
  readonly key: string;
  readonly view: View;
  readonly chart: number;
  readonly title: string;
}

interface Props {
  readonly tabs: readonly Tab[];
  readonly chosen: string;
  readonly choose: (tab: Tab) => void;
}

const steps: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowLeft: -1 };

/** Tabs that arrow keys walk: https://www.w3.org/WAI/ARIA/apg/patterns/tabs/ */
export function ViewTabs({ tabs, chosen, choose }: Props) {
  const { texts } = useLocale();
  const onKeyDown = (event: KeyboardEvent) => {
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const place = tabs.findIndex(({ key }) => key === chosen);
    const next = tabs[(place + step + tabs.length) % tabs.length];
    if (!next) return;
    choose(next);
    document.getElementById(`tab-${next.key}`)?.focus();
  };
  return (
    <div class="tabs" role="tablist" aria-label={texts.view} onKeyDown={onKeyDown}>
      {tabs.map((tab) => (
        <button
          key={tab.key}
          id={`tab-${tab.key}`}
          type="button"
          role="tab"
          aria-selected={tab.key === chosen}
          aria-controls="view"
          tabIndex={tab.key === chosen ? 0 : -1}
          onClick={() => choose(tab)}
        >
          {tab.title}
        </button>
      ))}
    </div>
  );
}
