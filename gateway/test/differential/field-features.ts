import { isForeign, type ModelDraft } from "./model-draft.js";
import { namedTypeOf, soleOwner, type FieldModel, type ObjectModel, type Selection } from "./model.js";
import type { FieldSpec } from "./model-spec.js";
import { pick } from "./random.js";

/** Makes a field of an entity special, where the model allows it. */
export function addFeature(draft: ModelDraft, object: ObjectModel, field: FieldModel, spec: FieldSpec): void {
  const owner = soleOwner(field);
  if (owner === undefined || field.overridden !== undefined) return;
  switch (spec.feature % 8) {
    case 0:
    case 1:
    case 2:
      addRequires(draft, object, field, owner, spec);
      return;
    case 3:
      addProvides(draft, field, owner, spec);
      return;
    case 4:
      addOverride(draft, object, field, owner, spec);
      return;
    case 5:
      if (!field.isShareable) field.isInaccessible = true;
      return;
    default:
  }
}

function addRequires(
  draft: ModelDraft,
  object: ObjectModel,
  field: FieldModel,
  owner: string,
  { details }: FieldSpec,
): void {
  if (field.isShareable) return;
  const candidates = [...object.fields.values()].filter(
    (candidate) => candidate.order < field.order && isForeign(object, candidate, owner),
  );
  const chosen = new Set(
    candidates.length > 0 ? details.slice(1).map((detail) => pick(candidates, detail)) : [],
  );
  const requires = [...chosen].flatMap((candidate, index) =>
    selectionsOf(draft, object, candidate, field, owner, (details[0] ?? 0) >> index),
  );
  if (requires.length > 0) field.requires = requires;
}

/** One selection of a field, or none where the owner cannot require it. */
function selectionsOf(
  draft: ModelDraft,
  object: ObjectModel,
  required: FieldModel,
  by: FieldModel,
  owner: string,
  detail: number,
): readonly Selection[] {
  const name = namedTypeOf(required.type);
  if (draft.abstracts.has(name) || !draft.isUsable(name, owner)) return [];
  const inner = draft.objects.get(name);
  const children = inner && childrenOf(draft, inner, by, owner, detail);
  if (children?.length === 0) return [];
  draft.introduce(required.type, owner);
  draft.presenceOf(object, owner).external.add(required);
  for (const child of children ?? []) {
    if (inner?.kind === "entity" && isForeign(inner, child.field, owner)) {
      draft.presenceOf(inner, owner).external.add(child.field);
    }
  }
  return [{ field: required, args: argumentsOf(required, detail), children }];
}

function childrenOf(
  draft: ModelDraft,
  object: ObjectModel,
  by: FieldModel,
  owner: string,
  detail: number,
): readonly Selection[] {
  const leaves = [...object.fields.values()].filter(
    ({ type, order, overridden }) =>
      !draft.objects.has(namedTypeOf(type)) &&
      !draft.abstracts.has(namedTypeOf(type)) &&
      order < by.order &&
      overridden === undefined,
  );
  const isKnown = (field: FieldModel) =>
    field.owners === "everywhere" || field.owners.size > 0 || isInKey(draft, object, field, owner);
  const usable = leaves.filter(isKnown);
  if (usable.length === 0) return [];
  const chosen = new Set([pick(usable, detail), pick(usable, detail >> 3)]);
  return [...chosen].map((field) => ({ field, args: argumentsOf(field, detail), children: undefined }));
}

function isInKey(draft: ModelDraft, object: ObjectModel, field: FieldModel, owner: string): boolean {
  return !isForeign(object, field, owner) && draft.isUsable(object.name, owner);
}

/** Values for the arguments: those without a default, and some of the others. */
function argumentsOf({ args }: FieldModel, detail: number): Readonly<Record<string, unknown>> {
  const given = args.filter(
    ({ type, default: fallback }, index) =>
      type.endsWith("!") || (fallback === undefined && (detail >> index) % 2 === 0),
  );
  return Object.fromEntries(
    given.filter(({ type }) => type.startsWith("Int")).map(({ name }) => [name, detail % 3]),
  );
}

function addProvides(draft: ModelDraft, field: FieldModel, owner: string, { details }: FieldSpec): void {
  const object = draft.objects.get(namedTypeOf(field.type));
  if (object?.kind !== "entity") return;
  const candidates = [...object.fields.values()].filter(
    (candidate) =>
      isForeign(object, candidate, owner) &&
      !candidate.isIdentity &&
      !candidate.requires &&
      !draft.objects.has(namedTypeOf(candidate.type)) &&
      !draft.abstracts.has(namedTypeOf(candidate.type)) &&
      candidate.owners !== "everywhere" &&
      candidate.owners.size > 0,
  );
  if (candidates.length === 0) return;
  const provided = pick(candidates, details[0] ?? 0);
  provided.isShareable = true;
  field.provides = provided;
  draft.presenceOf(object, owner).external.add(provided);
}

function addOverride(
  draft: ModelDraft,
  object: ObjectModel,
  field: FieldModel,
  owner: string,
  { details }: FieldSpec,
): void {
  const isRequired = [...object.presence.values()].some(({ external }) => external.has(field));
  const others = [...object.presence].filter(([name, { isResolvable }]) => name !== owner && isResolvable);
  const name = namedTypeOf(field.type);
  const possible = others.filter(([other]) => draft.isUsable(name, other)).map(([other]) => other);
  if (possible.length === 0 || isRequired || field.isShareable) return;
  field.overridden = pick(possible, details[0] ?? 0);
  draft.introduce(field.type, field.overridden);
}
