import {
  Kind,
  parse,
  type ConstDirectiveNode,
  type DocumentNode,
  type FieldDefinitionNode,
  type ObjectTypeDefinitionNode,
} from "graphql";

/** The base64url text of "Type:id". The gateway reads it: gateway/src/nodes/node-id.ts. */
export const toNodeId = (typeName: string, id: string): string =>
  Buffer.from(`${typeName}:${id}`).toString("base64url");

const plain = fieldOf("nodeId: ID! @shareable");

/** Described where the type is: in the department that owns it. */
const described = fieldOf(`
  "Names the object among all objects of the graph: \`node(id:)\` takes it, and caches may keep the object by it. Opaque and stable. \`id\` is unique within its type only."
  nodeId: ID! @shareable @title(vi: "Mã định danh chung", en: "Global ID")
`);

function fieldOf(sdl: string): FieldDefinitionNode {
  const [type] = parse(`type T { ${sdl} }`, { noLocation: true }).definitions;
  const field = type?.kind === Kind.OBJECT_TYPE_DEFINITION ? type.fields?.[0] : undefined;
  if (!field) throw new Error(`Expected a field, but got: ${sdl}`);
  return field;
}

/**
 * The types with a `nodeId` on each entity with the key `id`, after its `id`. Every department that knows an entity makes
 * it from the key, so it never takes a request of its own.
 */
export const withNodeIds = (types: DocumentNode): DocumentNode => ({
  ...types,
  definitions: types.definitions.map((type) => (isNode(type) ? withNodeId(type) : type)),
});

function withNodeId(type: ObjectTypeDefinitionNode): ObjectTypeDefinitionNode {
  const nodeId = type.description ? described : plain;
  const fields = (type.fields ?? []).flatMap((field) =>
    field.name.value === "id" ? [field, nodeId] : [field],
  );
  return { ...type, fields };
}

interface Keyed {
  readonly id: string;
}

/** Makes the ids, by the name of the type. */
export const nodeIdResolvers = ({ definitions }: DocumentNode): Record<string, Record<string, unknown>> =>
  Object.fromEntries(
    definitions.filter(isNode).map(({ name: { value: typeName } }) => {
      const nodeId = ({ id }: Keyed): string => toNodeId(typeName, id);
      return [typeName, { nodeId }];
    }),
  );

const isNode = (type: DocumentNode["definitions"][number]): type is ObjectTypeDefinitionNode =>
  type.kind === Kind.OBJECT_TYPE_DEFINITION && (type.directives?.some(isKeyId) ?? false);

const isKeyId = ({ name, arguments: given = [] }: ConstDirectiveNode): boolean =>
  name.value === "key" && given.some(({ value }) => value.kind === Kind.STRING && value.value === "id");
