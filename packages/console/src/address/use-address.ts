import { useCallback, useEffect, useState } from "preact/hooks";
import { readAddress, type Address } from "./address.js";

export interface AddressControl {
  readonly address: Address;
  /** Shows another view; `isStep` makes it one that the browser's back button leaves. */
  readonly go: (fragment: string, isStep?: boolean) => void;
}

/** The view that the page's address names. */
export function useAddress(): AddressControl {
  const [address, setAddress] = useState(() => readAddress(location.hash));
  useEffect(() => {
    const read = () => setAddress(readAddress(location.hash));
    addEventListener("hashchange", read);
    addEventListener("popstate", read);
    return () => {
      removeEventListener("hashchange", read);
      removeEventListener("popstate", read);
    };
  }, []);
  const go = useCallback((fragment: string, isStep = false) => {
    if (isStep) history.pushState(null, "", fragment);
    else history.replaceState(null, "", fragment);
    setAddress(readAddress(fragment));
  }, []);
  return { address, go };
}
