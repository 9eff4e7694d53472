import type { GraphQLFieldResolver } from "graphql";
import { getMetadataStorage } from "type-graphql";
import type { RequestContext } from "../context.js";

type Metadata = ReturnType<typeof getMetadataStorage>;
type Method = Metadata["queries"][number] | Metadata["fieldResolvers"][number];
type Parameter = NonNullable<Method["params"]>[number];
type Given = Readonly<Record<string, unknown>>;
type Resolver = GraphQLFieldResolver<unknown, RequestContext, Given>;

export type ResolversByType = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** Lets type-graphql make no resolvers for properties: graphql-js reads them. To be called before a schema is built. */
export function readPropertiesDirectly(): void {
  for (const type of getMetadataStorage().objectTypes) type.simpleResolvers ??= true;
}

/**
 * The resolvers of a schema, with those that call the methods of resolver classes at once in place of those that
 * type-graphql makes: they copy and check the arguments, and wait for that, for each object of a list. Ours have no
 * middleware, no access checks and no rules of class-validator.
 */
export function directResolvers(
  resolvers: ResolversByType,
  classes: readonly (new () => object)[],
): ResolversByType {
  const { queries, fieldResolvers, objectTypes, argumentTypes, inputTypes } = getMetadataStorage();
  for (const { target } of [...argumentTypes, ...inputTypes]) refuseMethods(target);
  const instances = new Map(classes.map((target): [unknown, object] => [target, new target()]));
  const direct = new Map(Object.entries(resolvers).map(([type, fields]) => [type, { ...fields }]));
  const replace = (type: string | undefined, method: Method) => {
    const instance = instances.get(method.target);
    const fields = direct.get(type ?? "");
    if (instance && fields) fields[method.schemaName] = methodResolver(instance, method);
  };
  for (const query of queries) replace("Query", query);
  for (const field of fieldResolvers) {
    if (field.kind !== "external") continue;
    const type = field.getObjectType?.();
    replace(objectTypes.find(({ target }) => target === type)?.name, field);
  }
  return Object.fromEntries(direct);
}

/** A resolver gets its arguments as graphql-js gives them, which are no instances of their class. */
function refuseMethods(target: { readonly name: string; readonly prototype: object }): void {
  const members = Object.getOwnPropertyNames(target.prototype).filter((name) => name !== "constructor");
  if (members.length === 0) return;
  throw new Error(
    `Expected the class ${target.name} of arguments to have no methods, but got: ${members.join(", ")}.`,
  );
}

function methodResolver(instance: object, { methodName, params = [], middlewares, roles }: Method): Resolver {
  if (middlewares?.length || roles) throw new Error(`Expected ${methodName} without middleware and roles.`);
  const method = (instance as Record<string, (...given: unknown[]) => unknown>)[methodName];
  if (!method) throw new Error(`Expected a method, but got: ${methodName}.`);
  const readers = params.toSorted((one, other) => one.index - other.index).map(readerOf);
  return (source, args, context) => {
    const given: unknown[] = [];
    for (const read of readers) given.push(read(source, args, context));
    return method.apply(instance, given);
  };
}

function readerOf(parameter: Parameter): (source: unknown, args: Given, context: RequestContext) => unknown {
  switch (parameter.kind) {
    case "root":
      return (source) => source;
    case "args":
      return (_source, args) => args;
    case "arg":
      return (_source, args) => args[parameter.name];
    case "context":
      return (_source, _args, context) => context;
    default:
      throw new Error(`Expected a parameter that our resolvers have, but got: ${parameter.kind}.`);
  }
}
