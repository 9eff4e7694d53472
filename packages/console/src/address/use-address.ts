import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import { readAddress, type Address } from "./address.js";

export interface AddressControl {
  readonly address: Address;
  /** Another number after each link, or step of the browser, that led to another address: the page begins again. */
  readonly arrival: number;
  /** Writes down what the page shows. */
  readonly go: (fragment: string) => void;
}

/** The view that the page's address names. */
export function useAddress(): AddressControl {
  const [{ address, arrival }, set] = useState(() => ({ address: readAddress(location.hash), arrival: 0 }));
  const shown = useRef(location.hash);
  useEffect(() => {
    const read = () => {
      if (location.hash === shown.current) return;
      shown.current = location.hash;
      set((before) => ({ address: readAddress(location.hash), arrival: before.arrival + 1 }));
    };
    addEventListener("hashchange", read);
    addEventListener("popstate", read);
    return () => {
      removeEventListener("hashchange", read);
      removeEventListener("popstate", read);
    };
  }, []);
  const go = useCallback((fragment: string) => {
    history.replaceState(null, "", fragment);
    shown.current = location.hash;
    set(({ arrival: same }) => ({ address: readAddress(fragment), arrival: same }));
  }, []);
  return { address, arrival, go };
}
