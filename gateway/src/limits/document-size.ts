import { Kind, type DocumentNode, type FieldNode, type SelectionNode, type SelectionSetNode } from "graphql";
import { fragmentsOf, type Fragments } from "../execution/operation/fragments.js";

/** The size of one operation or fragment, with the fields of the fragments that it spreads. May be `Infinity`. */
export interface DocumentSize {
  /** Nested levels of fields. */
  readonly depth: number;
  readonly fields: number;
  readonly aliases: number;
  /** Fields of the operation itself. A fragment has none: they count where it is spread. */
  readonly rootFields: number;
}

const empty: DocumentSize = { depth: 0, fields: 0, aliases: 0, rootFields: 0 };
const endless: DocumentSize = { depth: Infinity, fields: Infinity, aliases: Infinity, rootFields: Infinity };

/** Selection sets and fragment spreads that are nested deeper than this are not counted: their size is endless. */
const maxNesting = 500;

/**
 * Measures every operation and every fragment. A fragment is measured once, however often it is spread, so the time
 * grows only with the length of the document. A fragment that spreads itself counts as empty: validation rejects it.
 */
export function measureDocument(document: DocumentNode): readonly DocumentSize[] {
  const measure = createMeasure(fragmentsOf(document));
  return document.definitions.map((definition) => {
    if (definition.kind === Kind.OPERATION_DEFINITION) return measure(definition.selectionSet, 0);
    if (definition.kind !== Kind.FRAGMENT_DEFINITION) return empty;
    return { ...measure(definition.selectionSet, 0), rootFields: 0 };
  });
}

type Measure = (selectionSet: SelectionSetNode, nesting: number) => DocumentSize;

function createMeasure(fragments: Fragments): Measure {
  const known = new Map<string, DocumentSize>();
  const measureSet: Measure = (selectionSet, nesting) => {
    if (nesting > maxNesting) return endless;
    let total = empty;
    for (const selection of selectionSet.selections)
      total = add(total, measureSelection(selection, nesting + 1));
    return total;
  };
  const measureSelection = (selection: SelectionNode, nesting: number): DocumentSize => {
    if (selection.kind === Kind.FIELD) {
      return asField(selection, selection.selectionSet ? measureSet(selection.selectionSet, nesting) : empty);
    }
    if (selection.kind === Kind.INLINE_FRAGMENT) return measureSet(selection.selectionSet, nesting);
    return measureFragment(selection.name.value, nesting);
  };
  const measureFragment = (name: string, nesting: number): DocumentSize => {
    const size = known.get(name);
    if (size) return size;
    known.set(name, empty);
    const fragment = fragments.get(name);
    const measured = fragment ? measureSet(fragment.selectionSet, nesting) : empty;
    known.set(name, measured);
    return measured;
  };
  return measureSet;
}

function asField(field: FieldNode, below: DocumentSize): DocumentSize {
  return {
    depth: below.depth + 1,
    fields: below.fields + 1,
    aliases: below.aliases + (field.alias ? 1 : 0),
    rootFields: 1,
  };
}

function add(left: DocumentSize, right: DocumentSize): DocumentSize {
  return {
    depth: Math.max(left.depth, right.depth),
    fields: left.fields + right.fields,
    aliases: left.aliases + right.aliases,
    rootFields: left.rootFields + right.rootFields,
  };
}
