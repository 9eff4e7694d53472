import {
  Kind,
  type DirectiveNode,
  type DocumentNode,
  type FieldNode,
  type GraphQLFieldResolver,
} from "graphql";
import { Directive } from "type-graphql";
import type { RequestContext } from "../context.js";
import { languageArguments, languageDefinitions, type Language } from "./language.js";
import { translationOf } from "./translations.loader.js";
import { Wording } from "./wording.js";

/**
 * For a field with a text that people read, such as a name or a legal basis: it takes the argument `language`. Its value
 * is a text of the tables, which the table `translation` has in other languages, or a `Wording`. `english`: the property
 * that has it in English.
 */
export const Translated = ({ english }: { readonly english?: string } = {}) =>
  Directive(english === undefined ? "@translated" : `@translated(english: ${JSON.stringify(english)})`);

interface Asked {
  readonly language?: Language | null;
}

type Resolver = GraphQLFieldResolver<unknown, RequestContext, Asked>;

type ResolversByType = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

interface TranslatedField {
  readonly type: string;
  readonly field: string;
  /** The property with the English text. */
  readonly english: string | undefined;
}

/** The fields with translations, and the types with their arguments. */
interface TranslatedTypes {
  readonly types: DocumentNode;
  readonly fields: readonly TranslatedField[];
}

/** Writes the arguments in place of the marks of `Translated`. */
export function withLanguages(types: DocumentNode): TranslatedTypes {
  const fields: TranslatedField[] = [];
  const definitions = types.definitions.map((node) => {
    if (node.kind !== Kind.OBJECT_TYPE_DEFINITION) return node;
    const marked = node.fields?.map((field) => {
      const mark = field.directives?.find(({ name }) => name.value === "translated");
      if (!mark) return field;
      fields.push({ type: node.name.value, field: field.name.value, english: englishOf(mark) });
      const directives = field.directives?.filter((directive) => directive !== mark) ?? [];
      return { ...field, directives, arguments: [...(field.arguments ?? []), ...languageArguments] };
    });
    return { ...node, ...(marked && { fields: marked }) };
  });
  if (fields.length === 0) return { types, fields };
  return { types: { ...types, definitions: [...definitions, ...languageDefinitions] }, fields };
}

function englishOf({ arguments: given }: DirectiveNode): string | undefined {
  const value = given?.[0]?.value;
  return value?.kind === Kind.STRING ? value.value : undefined;
}

/** What gives the text on record, by the resolver that translates it. Undefined: it is a property. */
const resolversOfRecords = new WeakMap<object, Resolver | undefined>();

/** The resolvers of a schema, with those of the fields with translations. */
export function withTranslations(
  resolvers: ResolversByType,
  fields: TranslatedTypes["fields"],
): ResolversByType {
  const translated: Record<string, Record<string, unknown>> = {};
  for (const { type, field, english } of fields) {
    const known = (translated[type] ??= { ...resolvers[type] });
    const recorded = known[field] as Resolver | undefined;
    const resolver = translating(recorded ?? readerOf(field), english);
    resolversOfRecords.set(resolver, recorded);
    known[field] = resolver;
  }
  return { ...resolvers, ...translated };
}

/** What resolves a field of an operation: where no language is asked for, the text is read as it is on record. */
export const resolverFor = <Resolve extends object>(
  resolver: Resolve | undefined,
  { arguments: given }: FieldNode,
): Resolve | undefined =>
  resolver && !given?.length && resolversOfRecords.has(resolver)
    ? (resolversOfRecords.get(resolver) as Resolve | undefined)
    : resolver;

const readerOf =
  (property: string): Resolver =>
  (source) =>
    (source as Readonly<Record<string, unknown>>)[property];

const translating =
  (recorded: Resolver, english: string | undefined): Resolver =>
  (source, args, context, info) => {
    const { language } = args;
    if (english !== undefined && language === "EN") return readerOf(english)(source, args, context, info);
    const value: unknown = recorded(source, args, context, info);
    if (!language) return value;
    return value instanceof Promise
      ? value.then((text: unknown) => translate(text, language, context))
      : translate(value, language, context);
  };

function translate(text: unknown, language: Language, context: RequestContext): unknown {
  if (text instanceof Wording) return text[language];
  if (typeof text !== "string") return text;
  // A text that is known must not get lost with its translation: the field is not nullable.
  return context.load(translationOf, text, language).then(
    (translation) => translation ?? text,
    () => text,
  );
}
