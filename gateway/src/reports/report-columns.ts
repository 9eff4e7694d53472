import { getNamedType, isEnumType } from "graphql";
import type { ColumnKind, GraphFacts } from "./graph-facts.js";
import type { ColumnHeader, Title } from "./report-header.js";
import type { SelectedField } from "./selected-fields.js";
import type { TableColumn } from "./table-tree.js";
import { wordsOf } from "./words.js";

/** A column as clients see it. */
export interface ReportColumn {
  /** The path: response names joined by dots. */
  readonly name: string;
  readonly title: Title;
  readonly kind: Lowercase<ColumnKind>;
  /** Whether a cell may hold several values of this kind. It is a text then, in which "; " stands between them. */
  readonly isJoined: boolean;
  readonly description: Title | null;
  /** The subgraph that owns the field. Null: the gateway itself. */
  readonly department: string | null;
  /** PROVENANCE: where the figures of the row come from, such as their standard or source. */
  readonly role: "VALUE" | "PROVENANCE";
  /** What the values of an enum are called. Null: the field is of another type. */
  readonly values: readonly { readonly value: string; readonly title: Title }[] | null;
}

/** The columns of a table, with what the header says differently. */
export function reportColumns(
  columns: readonly TableColumn[],
  joined: ReadonlySet<number>,
  facts: GraphFacts,
  headers: readonly ColumnHeader[],
): readonly ReportColumn[] {
  const titles = { en: titlesIn("en", columns, facts), vi: titlesIn("vi", columns, facts) };
  return columns.map(({ path, fields }, index): ReportColumn => {
    const leaf = leafOf(fields);
    const header = headers.find((given) => given.path === path);
    const named = getNamedType(leaf.type);
    const name = leaf.node.name.value;
    const kind = header?.kind ?? facts.kindOf(name, leaf.type);
    return {
      name: path,
      title: header?.title ?? { en: titles.en[index] ?? path, vi: titles.vi[index] ?? path },
      kind: kind.toLowerCase() as Lowercase<ColumnKind>,
      isJoined: joined.has(index),
      description: describe(leaf, facts),
      department: facts.departmentOf(leaf.typeName, name),
      role: header?.role ?? "VALUE",
      values: isEnumType(named)
        ? named
            .getValues()
            .map(({ name: value }) => ({ value, title: facts.titleOfValue(named.name, value) }))
        : null,
    };
  });
}

/** Where the graph has no explanation in Vietnamese, the one in English stands for both. */
function describe({ typeName, node, description }: SelectedField, facts: GraphFacts): Title | null {
  if (description === null) return null;
  return { en: description, vi: facts.aboutInVietnamese(typeName, node.name.value) ?? description };
}

/** Titles of the leaves. Where two are the same, each begins with the one of the field above it. */
function titlesIn(
  language: keyof Title,
  columns: readonly TableColumn[],
  facts: GraphFacts,
): readonly string[] {
  const titleOf = ({ typeName, node, responseName }: SelectedField, isLeaf: boolean): string => {
    const title = facts.titleOf(typeName, node.name.value)[language];
    return isLeaf || responseName === node.name.value ? title : `${title} (${wordsOf(responseName)})`;
  };
  const depths = columns.map(() => 1);
  const titleAt = (index: number): string => {
    const fields = columns[index]?.fields ?? [];
    const used = fields.slice(-(depths[index] ?? 1));
    return used.map((field, at) => titleOf(field, at === used.length - 1)).join(" – ");
  };
  for (;;) {
    const titles = columns.map((_, index) => titleAt(index));
    const same = titles.flatMap((title, index) =>
      titles.indexOf(title) === titles.lastIndexOf(title) ? [] : index,
    );
    const deeper = same.filter((index) => (depths[index] ?? 1) < (columns[index]?.fields.length ?? 1));
    for (const index of deeper) depths[index] = (depths[index] ?? 1) + 1;
    if (deeper.length > 0) continue;
    const aliased = new Set(same);
    return titles.map((title, index) =>
      aliased.has(index) ? `${title} (${wordsOf(leafOf(columns[index]?.fields ?? []).responseName)})` : title,
    );
  }
}

function leafOf(fields: readonly SelectedField[]): SelectedField {
  const leaf = fields.at(-1);
  if (!leaf) throw new Error("Expected a column to have a field");
  return leaf;
}
