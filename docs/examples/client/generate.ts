import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { addTypenameSelectionDocumentTransform, preset } from "@graphql-codegen/client-preset";
import { codegen } from "@graphql-codegen/core";
import { stringifyDocument } from "@urql/core";
import {
  buildSchema,
  getOperationAST,
  introspectionFromSchema,
  isAbstractType,
  parse,
  print,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type DocumentNode,
  type GraphQLSchema,
} from "graphql";

const here = import.meta.dirname;
const schemaFile = join(here, "../../../schema/api.graphql");
const documentFile = "documents/households.graphql";

/** What `npm run generate` writes into this folder: paths and texts. */
export async function generate(): Promise<ReadonlyMap<string, string>> {
  const sdl = await readFile(schemaFile, "utf8");
  const schema = parse(sdl);
  const rawSDL = await readFile(join(here, documentFile), "utf8");
  const sections = await preset.buildGeneratesSection({
    baseOutputDir: "src/generated/",
    schema,
    schemaAst: buildSchema(sdl),
    documents: [{ location: documentFile, document: parse(rawSDL), rawSDL }],
    config: {
      scalars: { ID: "string", Date: "string", VND: "number" },
      useTypeImports: true,
      enumType: "string-literal",
    },
    presetConfig: { fragmentMasking: false },
    plugins: [],
    pluginMap: {},
    // Caches add `__typename` to what they send. Here it is added beforehand, so that hashes are of what is sent.
    documentTransforms: [
      { name: "typenames", transformObject: addTypenameSelectionDocumentTransform, config: {} },
    ],
  });
  const files = new Map<string, string>();
  for (const section of sections) {
    const text = await codegen(section);
    if (section.filename.endsWith("/graphql.ts")) files.set(section.filename, text);
  }
  return files
    .set("src/generated/possible-types.ts", possibleTypes(sdl))
    .set("src/generated/used-schema.json", usedSchema(buildSchema(sdl), parse(rawSDL)))
    .set(
      "src/generated/trusted-documents.json",
      trustedDocuments(files.get("src/generated/graphql.ts") ?? ""),
    );
}

/** The list for `TRUSTED_DOCUMENTS_FILE` of the gateway: the operations as clients send them, by their SHA-256. */
function trustedDocuments(generated: string): string {
  const documents = [...generated.matchAll(/export const \w+Document = (\{.*\}) as unknown/g)];
  const operations = documents.flatMap(([, json = ""]) => {
    const document = JSON.parse(json) as DocumentNode;
    const name = getOperationAST(document)?.name?.value;
    // Apollo Client and urql write the same document as different texts.
    return [print(document), stringifyDocument(document)].map((body) => {
      const id = createHash("sha256").update(body).digest("hex");
      return { id, name, type: "query", body };
    });
  });
  const manifest = { format: "apollo-persisted-query-manifest", version: 1, operations };
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

/** The part of the schema that the operations use. By it urql's cache knows which fields may be null. */
function usedSchema(schema: GraphQLSchema, document: DocumentNode): string {
  const used = new Map<string, Set<string>>();
  const info = new TypeInfo(schema);
  const note = () => {
    const [type, field] = [info.getParentType()?.name, info.getFieldDef()?.name];
    if (type && field) used.set(type, (used.get(type) ?? new Set()).add(field));
  };
  visit(document, visitWithTypeInfo(info, { Field: note }));
  const { __schema: whole } = introspectionFromSchema(schema, { descriptions: false });
  const abstract = whole.types.flatMap((type) =>
    type.kind === "INTERFACE" || type.kind === "UNION" ? [{ ...type, fields: [] }] : [],
  );
  const objects = whole.types.flatMap((type) => {
    const names = used.get(type.name);
    if (type.kind !== "OBJECT" || !names) return [];
    return [{ ...type, fields: type.fields.filter(({ name }) => names.has(name)) }];
  });
  const types = [...objects, ...abstract];
  return `${JSON.stringify({ __schema: { queryType: whole.queryType, types } }, null, 2)}\n`;
}

/** The types that each interface stands for: without it a cache does not know which fragments fit. */
function possibleTypes(sdl: string): string {
  const schema = buildSchema(sdl);
  const types = Object.values(schema.getTypeMap())
    .filter(isAbstractType)
    .map((type) => [type.name, schema.getPossibleTypes(type).map(({ name }) => name)] as const);
  return `export const possibleTypes: Record<string, string[]> = ${JSON.stringify(Object.fromEntries(types), null, 2)};\n`;
}
