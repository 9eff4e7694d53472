/** Where things are kept until the tab is closed: queries and variables may name people, and a machine may be shared. */
export const tabStorage: Storage = isAllowed() ? sessionStorage : inMemory();

/** A browser may be set to keep nothing. */
function isAllowed(): boolean {
  try {
    return sessionStorage.length >= 0;
  } catch {
    return false;
  }
}

/** For as long as the page is open. */
function inMemory(): Storage {
  const kept = new Map<string, string>();
  return {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
    clear: () => kept.clear(),
    key: (index) => [...kept.keys()][index] ?? null,
    get length() {
      return kept.size;
    },
  };
}
