import {
  isOwner,
  typeText,
  type AbstractModel,
  type FieldModel,
  type KeyModel,
  type Model,
  type ObjectModel,
  type Presence,
  type Selection,
} from "./model.js";
import { colors, moods } from "./data.js";

/** Prints what a subgraph says of the model. Without the `@link` to federation. */
export function subgraphSdl(model: Model, subgraph: string): string {
  const objects = [...model.objects.values()].flatMap((object) => {
    const presence = object.presence.get(subgraph);
    return presence ? [printObject(model, object, presence, subgraph)] : [];
  });
  const abstracts = [...model.abstracts.values()].flatMap((abstract) =>
    abstract.members.has(subgraph) ? [printAbstract(abstract, subgraph)] : [],
  );
  const text = [...objects, ...abstracts].join("\n");
  return [text, ...helperTypes.filter(({ name }) => text.includes(name)).map(({ sdl }) => sdl)].join("\n");
}

const colorSdl = `enum Color { ${colors.join(" ")} }`;
const helperTypes = [
  { name: "Color", sdl: colorSdl },
  { name: "Shape", sdl: "input Shape { x: Int = 1 y: String deep: Shape }" },
  { name: "Mood", sdl: `enum Mood { ${moods.join(" ").replace("SECRET", "SECRET @inaccessible")} }` },
  { name: "Any", sdl: "scalar Any" },
];

function printObject(model: Model, object: ObjectModel, presence: Presence, subgraph: string): string {
  const interfaces = [...model.abstracts.values()].filter(
    ({ kind, members }) => kind === "interface" && members.get(subgraph)?.has(object.name),
  );
  const implemented =
    interfaces.length > 0 ? ` implements ${interfaces.map(({ name }) => name).join(" & ")}` : "";
  const directives = [
    ...(object.kind === "interfaceObject" ? ["@interfaceObject"] : []),
    ...[...presence.keys].map((key) => printKey(key, presence.isResolvable)),
    ...(object.kind === "value" ? ["@shareable"] : []),
  ];
  const fields = fieldsIn(object, presence, subgraph).map((field) => printField(field, presence, subgraph));
  return `type ${object.name}${implemented} ${directives.join(" ")} {\n${fields.join("\n")}\n}`;
}

function fieldsIn(object: ObjectModel, presence: Presence, subgraph: string): readonly FieldModel[] {
  const ofKeys = new Set(
    [...presence.keys].flatMap(({ selections }) => selections.map(({ field }) => field)),
  );
  return [...object.fields.values()].filter(
    (field) =>
      ofKeys.has(field) ||
      isOwner(field, subgraph) ||
      presence.external.has(field) ||
      field.overridden === subgraph,
  );
}

function printField(field: FieldModel, { external }: Presence, subgraph: string): string {
  const owned = isOwner(field, subgraph);
  const hasSharers = field.owners !== "everywhere" && (field.owners.size > 1 || field.isShareable);
  const directives = [
    ...(external.has(field) ? ["@external"] : []),
    ...(owned && hasSharers ? ["@shareable"] : []),
    ...(owned && field.requires
      ? [`@requires(fields: ${JSON.stringify(printSelections(field.requires))})`]
      : []),
    ...(owned && field.provides ? [`@provides(fields: "${field.provides.name}")`] : []),
    ...(owned && field.overridden ? [`@override(from: "${field.overridden}")`] : []),
    ...(owned && field.isInaccessible ? ["@inaccessible"] : []),
  ];
  const type = typeText(field.type) + (field.nonNullIn === subgraph ? "!" : "");
  return `  ${field.name}${printArguments(field)}: ${type} ${directives.join(" ")}`.trimEnd();
}

function printArguments({ args }: FieldModel): string {
  if (args.length === 0) return "";
  const printed = args.map(
    ({ name, type, default: fallback }) => `${name}: ${type}${fallback ? ` = ${fallback.sdl}` : ""}`,
  );
  return `(${printed.join(", ")})`;
}

function printAbstract({ name, kind, members, fields, key }: AbstractModel, subgraph: string): string {
  if (kind === "union") return `union ${name} = ${[...(members.get(subgraph) ?? [])].join(" | ")}`;
  const printed = fields.map((field) => `  ${field.name}${printArguments(field)}: ${typeText(field.type)}`);
  const head = key ? `${printKey(key, true)} {\n  id: ID!` : "{";
  return `interface ${name} ${head}\n${printed.join("\n")}\n}`;
}

function printKey({ selections }: KeyModel, isResolvable: boolean): string {
  return `@key(fields: "${printSelections(selections)}"${isResolvable ? "" : ", resolvable: false"})`;
}

/** As in the `fields` of a directive. */
function printSelections(selections: readonly Selection[]): string {
  return selections
    .map(({ field, args, children }) => {
      const given = Object.entries(args).map(([name, value]) => `${name}: ${JSON.stringify(value)}`);
      const inner = children ? ` { ${printSelections(children)} }` : "";
      return `${field.name}${given.length > 0 ? `(${given.join(", ")})` : ""}${inner}`;
    })
    .join(" ");
}
