/** What `GET /reports` says of each report. Texts come in both languages, so that switching asks nothing again. */
export interface Bilingual {
  readonly en: string;
  readonly vi: string;
}

export type Language = keyof Bilingual;

export interface Choice {
  readonly value: string;
  readonly title: Bilingual;
  /** For instance the years of a unit that was closed. */
  readonly note?: Bilingual | undefined;
}

export interface Parameter {
  readonly name: string;
  /** The type of the operation's variable, such as `Int!` or `[ID!]`. */
  readonly type: string;
  readonly title: Bilingual;
  readonly description?: Bilingual | undefined;
  readonly default: unknown;
  readonly isRequired: boolean;
  readonly isList: boolean;
  readonly choices?: { readonly values: readonly Choice[] } | { readonly url: string } | undefined;
  readonly minimum?: number | undefined;
  readonly maximum?: number | undefined;
}

export const columnKinds = ["text", "integer", "number", "percent", "money", "date", "boolean"] as const;

export type ColumnKind = (typeof columnKinds)[number];

export interface Column {
  /** Response names joined by dots. */
  readonly name: string;
  readonly title: Bilingual;
  readonly kind: ColumnKind;
  readonly description?: Bilingual | undefined;
  /** The subgraph that owns the field. */
  readonly department?: string | undefined;
  /** Provenance: standard, boundary, source or legal basis of the figures in the row. */
  readonly role: "VALUE" | "PROVENANCE";
  /** Whether a cell may hold several values, joined by "; ". Such a cell is a text; the kind is that of its parts. */
  readonly isJoined: boolean;
  /** What the values of an enum are called. */
  readonly values?: readonly Choice[] | undefined;
}

export const chartKinds = ["BAR", "LINE", "STACKED", "TARGET", "COMPARED"] as const;

export type ChartKind = (typeof chartKinds)[number];

export interface Chart {
  readonly kind: ChartKind;
  /** What its tab is called. Undefined: by its kind. */
  readonly title?: Bilingual | undefined;
  readonly x: string;
  readonly y: readonly string[];
  readonly series?: string | undefined;
  /** Whether the values of rows with the same place are added. */
  readonly sum?: boolean | undefined;
}

export interface MapOfUnits {
  /** The column with the unit's code. */
  readonly code: string;
  readonly values: readonly string[];
  readonly sum?: boolean | undefined;
}

export interface Report {
  readonly name: string;
  readonly title: Bilingual;
  readonly description: Bilingual;
  readonly parameters: readonly Parameter[];
  readonly columns: readonly Column[];
  readonly charts: readonly Chart[];
  readonly map?: MapOfUnits | undefined;
  readonly isPaged: boolean;
  /** Whether someone without a token is refused. */
  readonly isSignInNeeded: boolean;
}

/** A cell as JSON has it. Null: no value, or withheld. */
export type Cell = string | number | boolean | null;
