const made = Symbol.for("an-sinh.once-per-run");

/**
 * Makes something once in a test run and gives it to all who ask. Vitest evaluates the setup files anew for each
 * project, so what they share is kept beside the modules.
 */
export function oncePerRun<Value>(name: string, make: () => Promise<Value>): Promise<Value> {
  const shared = globalThis as { [made]?: Map<string, Promise<unknown>> };
  const values = (shared[made] ??= new Map());
  const value = values.get(name) ?? make();
  values.set(name, value);
  return value as Promise<Value>;
}
