import { Kind } from "graphql";
import { addFeature } from "./field-features.js";
import { type FieldModel, type KeyModel, type Model, type ObjectModel } from "./model.js";
import { ModelDraft } from "./model-draft.js";
import type { AbstractSpec, EntitySpec, FieldSpec, ModelSpec } from "./model-spec.js";
import { pick } from "./random.js";

/** Builds the model that was chosen. */
export function buildModel(spec: ModelSpec): Model {
  const subgraphs = Array.from({ length: spec.subgraphs }, (_, index) => `s${index}`);
  const draft = new ModelDraft(spec.seed, subgraphs);
  const tag = draft.addObject("Tag", "value");
  draft.attach(tag, { ...draft.addIdentity(tag, "label", "String!"), owners: "everywhere" });
  addInterfaceObjects(draft, spec);
  spec.entities.forEach((entity, index) => addEntity(draft, `E${index}`, entity));
  spec.values.forEach(({ fields }, index) => addValueType(draft, `V${index}`, fields));
  spec.interfaces.forEach((abstract, index) => addInterface(draft, `J${index}`, abstract));
  spec.unions.forEach((abstract, index) => addUnion(draft, `U${index}`, abstract));
  const features = spec.entities.flatMap((entity, index) =>
    addEntityFields(draft, draft.object(`E${index}`), entity),
  );
  features.push(...addInterfaceObjectFields(draft, spec));
  addRoot(draft, "Query", spec.queries);
  if (spec.mutations.length > 0) addRoot(draft, "Mutation", spec.mutations);
  for (const { object, field, fieldSpec } of features) addFeature(draft, object, field, fieldSpec);
  return draft;
}

interface Feature {
  readonly object: ObjectModel;
  readonly field: FieldModel;
  readonly fieldSpec: FieldSpec;
}

function addInterfaceObjects(draft: ModelDraft, { interfaceObjects }: ModelSpec): void {
  interfaceObjects.forEach(({ home, others, members, fields }, index) => {
    const name = `I${index}`;
    const homeName = pick(draft.subgraphs, home);
    const group = draft.addObject(name, "interfaceObject");
    const id = draft.addIdentity(group, "id", "ID!");
    const key: KeyModel = { selections: [{ field: id, args: {}, children: undefined }] };
    group.keys.push(key);
    for (const other of others) {
      const subgraph = pick(draft.subgraphs, other);
      if (subgraph !== homeName) draft.presenceOf(group, subgraph).isResolvable = true;
    }
    const names = Array.from({ length: 1 + (members % 3) }, (_, member) => `${name}M${member}`);
    const common = fields
      .slice(0, members % 3)
      .map((field, position) =>
        draft.detachedField(
          { origin: name, name: `f${position}`, owners: new Set([homeName]), isLeaf: true },
          field,
        ),
      );
    const abstract = {
      name,
      kind: "interface",
      members: new Map([[homeName, new Set(names)]]),
      fields: common,
      key,
    } as const;
    draft.abstracts.set(name, abstract);
    for (const field of common) group.fields.set(field.name, field);
    for (const member of names) {
      const object = draft.addObject(member, "entity", { group: name, keys: [key] });
      object.fields.set("id", id);
      draft.presenceOf(object, homeName).isResolvable = true;
      for (const field of common) draft.attach(object, field);
    }
  });
}

/** What an interface object adds to the types of its interface. */
function addInterfaceObjectFields(draft: ModelDraft, { interfaceObjects }: ModelSpec): readonly Feature[] {
  return interfaceObjects.flatMap(({ fields }, index) => {
    const object = draft.object(`I${index}`);
    const subgraphs = [...object.presence.keys()];
    if (subgraphs.length === 0) return [];
    return fields.map((fieldSpec, position) => {
      const owners = new Set([pick(subgraphs, fieldSpec.owner)]);
      const field = draft.addField(object, { origin: object.name, name: `g${position}`, owners }, fieldSpec);
      return { object, field, fieldSpec };
    });
  });
}

const keyKinds = ["id", "code", "part zone", "tag"] as const;

function addEntity(draft: ModelDraft, name: string, { home, others, keys }: EntitySpec): void {
  const object = draft.addObject(name, "entity");
  const kinds = keyKinds.filter((_, index) => (keys >> (2 * index)) % 4 === 0);
  const models = (kinds.length > 0 ? kinds : ([pick(keyKinds, keys)] as const)).map((kind) =>
    keyOf(draft, object, kind),
  );
  object.keys.push(...models);
  const homeName = pick(draft.subgraphs, home);
  for (const key of models) draft.addKey(object, homeName, key);
  draft.presenceOf(object, homeName).isResolvable = true;
  for (const other of others) {
    const subgraph = pick(draft.subgraphs, other);
    if (subgraph === homeName) continue;
    const presence = draft.presenceOf(object, subgraph);
    presence.isResolvable = true;
    presence.keys.clear();
    draft.addKey(object, subgraph, pick(models, other >> 4));
    if (other % 5 === 0) draft.addKey(object, subgraph, pick(models, (other >> 4) + 1));
  }
}

function keyOf(draft: ModelDraft, object: ObjectModel, kind: (typeof keyKinds)[number]): KeyModel {
  const leaf = (name: string, type: string) => ({
    field: draft.addIdentity(object, name, type),
    args: {},
    children: undefined,
  });
  if (kind === "id") return { selections: [leaf("id", "ID!")] };
  if (kind === "code") return { selections: [leaf("code", "Int!")] };
  if (kind === "part zone") return { selections: [leaf("part", "Int!"), leaf("zone", "String!")] };
  const label = draft.object("Tag").fields.get("label");
  if (!label) throw new Error("Expected the type Tag to have a label");
  return {
    selections: [
      {
        field: draft.addIdentity(object, "tag", "Tag!"),
        args: {},
        children: [{ field: label, args: {}, children: undefined }],
      },
    ],
  };
}

function addValueType(draft: ModelDraft, name: string, fields: readonly FieldSpec[]): void {
  // Its fields are chosen before any subgraph has it: all of them must be able to.
  const object = draft.addObject(name, "value");
  draft.objects.delete(name);
  fields.forEach((field, index) =>
    draft.addField(object, { origin: name, name: `f${index}`, owners: "everywhere" }, field),
  );
  draft.objects.set(name, object);
}

function membersBySubgraph(draft: ModelDraft, spec: AbstractSpec): Map<string, ReadonlySet<string>> {
  const candidates = [...draft.objects.values()].filter(({ kind }) => kind === "entity" || kind === "value");
  const bySubgraph = new Map<string, ReadonlySet<string>>();
  for (const number of spec.subgraphs) {
    const subgraph = pick(draft.subgraphs, number);
    const members = spec.members
      .map((member) => pick(candidates, member).name)
      .filter(
        (name, index) => draft.isUsable(name, subgraph) && (index === 0 || (number >> index) % 4 !== 0),
      );
    if (members.length > 0) bySubgraph.set(subgraph, new Set(members));
  }
  for (const [subgraph, members] of bySubgraph) {
    for (const member of members) draft.presenceOf(draft.object(member), subgraph);
  }
  return bySubgraph;
}

function addUnion(draft: ModelDraft, name: string, spec: AbstractSpec): void {
  const members = membersBySubgraph(draft, spec);
  if (members.size > 0) draft.abstracts.set(name, { name, kind: "union", members, fields: [] });
}

function addInterface(draft: ModelDraft, name: string, spec: AbstractSpec): void {
  const members = membersBySubgraph(draft, spec);
  if (members.size === 0) return;
  const owners = new Set(members.keys());
  const types = new Set([...members.values()].flatMap((names) => [...names]));
  // A value type may be known to subgraphs that do not know the other types.
  const hasValues = [...types].some((type) => draft.object(type).kind === "value");
  const fields = spec.fields.map((fieldSpec, index) => {
    const place = { origin: name, name: `${name.toLowerCase()}f${index}`, owners, isLeaf: hasValues };
    return draft.detachedField(place, fieldSpec);
  });
  for (const [position, typeName] of [...types].entries()) {
    const object = draft.object(typeName);
    const own = [...members].filter(([, names]) => names.has(typeName)).map(([subgraph]) => subgraph);
    for (const field of fields) {
      const type = position % 2 === 1 ? field.type : nonNull(field.type);
      draft.attach(object, {
        ...field,
        origin: typeName,
        type,
        owners: object.kind === "value" ? "everywhere" : new Set(own),
        isShareable: own.length > 1,
      });
    }
  }
  draft.abstracts.set(name, { name, kind: "interface", members, fields });
}

function nonNull(type: FieldModel["type"]): FieldModel["type"] {
  return type.kind === "NonNullType" ? type : { kind: Kind.NON_NULL_TYPE, type };
}

function addEntityFields(draft: ModelDraft, object: ObjectModel, { fields }: EntitySpec): readonly Feature[] {
  const subgraphs = [...object.presence].filter(([, { isResolvable }]) => isResolvable).map(([name]) => name);
  return fields.map((fieldSpec, index) => {
    const owners = new Set([pick(subgraphs, fieldSpec.owner)]);
    if (fieldSpec.feature % 8 === 7) owners.add(pick(subgraphs, fieldSpec.owner >> 4));
    const field = draft.addField(object, { origin: object.name, name: `f${index}`, owners }, fieldSpec);
    if (owners.size > 1 && field.type.kind !== "NonNullType")
      field.nonNullIn = [...owners][fieldSpec.wrap % 3];
    return { object, field, fieldSpec };
  });
}

function addRoot(draft: ModelDraft, name: "Query" | "Mutation", fields: readonly FieldSpec[]): void {
  const object = draft.addObject(name, "root");
  fields.forEach((fieldSpec, index) => {
    // Most root fields return objects: there is little to find below a leaf.
    const type = fieldSpec.feature % 4 === 0 ? fieldSpec.type : fieldSpec.type | 1;
    const owners = new Set([pick(draft.subgraphs, fieldSpec.owner)]);
    if (name === "Query" && fieldSpec.feature % 9 === 8)
      owners.add(pick(draft.subgraphs, fieldSpec.owner >> 4));
    const place = { origin: name, name: name === "Query" ? `q${index}` : `m${index}`, owners };
    draft.addField(object, place, { ...fieldSpec, type });
  });
}
