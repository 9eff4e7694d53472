import { useLayoutEffect, useState } from "preact/hooks";
import type { RefObject } from "preact";

export interface Scroll {
  readonly top: number;
  readonly height: number;
}

/** Where a scrolled box stands, and how much of it is seen. */
export function useScroll(box: RefObject<HTMLElement | null>): Scroll {
  const [scroll, setScroll] = useState<Scroll>({ top: 0, height: 600 });
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return undefined;
    const read = () => setScroll({ top: element.scrollTop, height: element.clientHeight });
    const observer = new ResizeObserver(read);
    observer.observe(element);
    element.addEventListener("scroll", read, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener("scroll", read);
    };
  }, [box]);
  return scroll;
}
