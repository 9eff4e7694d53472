import type { KeyLoader } from "./key-loader.js";

/**
 * What a loader has for a key, or will have. It is a promise for whoever awaits it. The executor takes all those of a
 * level to their loader together, and reads what they found: then there is no promise for each.
 */
export class Loading<Value, Key = unknown> implements Promise<Value> {
  isAsked = false;
  /** Resolves when the statement of the key has ended. Null: it has not begun, or has ended. */
  batch: Promise<void> | null = null;
  isLoaded = false;
  /** Once it is loaded. An error: the key has no value. */
  found: Value | Error | undefined = undefined;
  private promise: Promise<Value> | undefined = undefined;

  constructor(
    readonly loader: KeyLoader<Key, Value>,
    readonly key: Key,
  ) {}

  get [Symbol.toStringTag](): string {
    return "Loading";
  }

  accept(found: Value | Error): void {
    this.isLoaded = true;
    this.batch = null;
    this.found = found;
  }

  /** Throws where the key has no value. To be called once it is loaded. */
  value(): Value {
    if (this.found instanceof Error) throw this.found;
    return this.found as Value;
  }

  // oxlint-disable-next-line unicorn/no-thenable -- It is a promise.
  then<Result = Value, Failed = never>(
    onFulfilled?: ((value: Value) => Result | PromiseLike<Result>) | null,
    onRejected?: ((reason: unknown) => Failed | PromiseLike<Failed>) | null,
  ): Promise<Result | Failed> {
    this.promise ??= this.loader.loadAll([this]).then(() => this.value());
    return this.promise.then(onFulfilled, onRejected);
  }

  catch<Failed = never>(
    onRejected?: ((reason: unknown) => Failed | PromiseLike<Failed>) | null,
  ): Promise<Value | Failed> {
    return this.then(null, onRejected);
  }

  finally(onFinally?: (() => void) | null): Promise<Value> {
    return this.then().finally(onFinally);
  }
}
