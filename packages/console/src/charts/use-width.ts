import type { RefObject } from "preact";
import { useLayoutEffect, useState } from "preact/hooks";

/** The width of an element in whole pixels, as it changes. 0 until it is known. */
export function useWidth(element: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const measured = element.current;
    if (!measured) return undefined;
    const read = () => setWidth(Math.floor(measured.clientWidth));
    const observer = new ResizeObserver(read);
    observer.observe(measured);
    read();
    return () => observer.disconnect();
  }, [element]);
  return width;
}
