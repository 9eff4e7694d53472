import type { LoaderDefinition } from "../batching.js";
import type { RequestContext } from "../context.js";
import { KeyLoader } from "./key-loader.js";

/** The loaders of one declaration. */
interface Loaders {
  /** By the JSON text of the arguments. */
  readonly byArgs: Map<string, unknown>;
  /** The one that was last asked for. The objects of a level mostly have the same arguments. */
  last: { readonly args: unknown; readonly loader: unknown } | undefined;
}

/** The loaders of one request: one per declaration and set of arguments. */
export class LoaderRegistry {
  readonly #loaders = new Map<unknown, Loaders>();

  constructor(private readonly context: RequestContext) {}

  get<Value, Args, Key>(definition: LoaderDefinition<Value, Args, Key>, args: Args): KeyLoader<Key, Value> {
    const loaders = this.#loadersOf(definition);
    if (!loaders.last || !isSame(args, loaders.last.args))
      loaders.last = { args, loader: this.#find(definition, args, loaders.byArgs) };
    return loaders.last.loader as KeyLoader<Key, Value>;
  }

  #loadersOf(definition: unknown): Loaders {
    const known = this.#loaders.get(definition);
    if (known) return known;
    const fresh = { byArgs: new Map<string, unknown>(), last: undefined };
    this.#loaders.set(definition, fresh);
    return fresh;
  }

  #find<Value, Args, Key>(
    { batch, cacheKey }: LoaderDefinition<Value, Args, Key>,
    args: Args,
    byArgs: Map<string, unknown>,
  ): unknown {
    const text = JSON.stringify(args) ?? "";
    const loader =
      byArgs.get(text) ?? new KeyLoader<Key, Value>((keys) => batch(keys, this.context, args), cacheKey);
    byArgs.set(text, loader);
    return loader;
  }
}

type Named = Readonly<Record<string, unknown>>;

/**
 * Whether two sets of arguments have the same values. Lists and objects in them are the same only if they are one
 * object; the JSON texts tell what this does not see.
 */
function isSame(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== "object" || typeof other !== "object" || one === null || other === null) return false;
  const names = Object.keys(one);
  if (names.length !== Object.keys(other).length) return false;
  return names.every((name) => Object.hasOwn(other, name) && (one as Named)[name] === (other as Named)[name]);
}
