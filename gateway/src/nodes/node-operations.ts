import type { DocumentNode, GraphQLSchema, OperationDefinitionNode, Source } from "graphql";
import { LRUCache } from "lru-cache";
import { fragmentsOf } from "../execution/operation/fragments.js";
import { readOperation, type ClientOperation } from "../execution/operation/client-operation.js";
import type { NodeSequence } from "../execution/used-operation.js";
import type { NodeTypes } from "./node-types.js";
import { rewriteOperation, type RewrittenOperation } from "./rewritten-operation.js";
import { usesNodes } from "./uses-nodes.js";

/** Of all operations that are kept, as bytesOf estimates them. */
const keptBytes = 40 * 1024 * 1024;

/** Measured over the schema of the graph: of each, somewhat more than most take. The client's document is held, too. */
const bytesOf = ({ slots, size, operation: { loc } }: RewrittenOperation): number => {
  const nodes = [...slots.values()].flat().length;
  return 2_000 + nodes * 1_200 + size * 150 + (loc?.source.body.length ?? 0) * 2;
};

/** An operation with `node`, or with a fragment on its interface. */
export interface NodeOperation {
  readonly client: ClientOperation;
  readonly document: DocumentNode;
  readonly id: number;
}

/** The operations of a graph with `node`. What they are rewritten to is kept: of many sequences, the last ones that were used. */
export class NodeOperations {
  readonly types: NodeTypes;
  readonly #schema: GraphQLSchema;
  readonly #operations = new WeakMap<OperationDefinitionNode, NodeOperation | null>();
  readonly #clients = new WeakMap<DocumentNode, DocumentNode>();
  readonly #sequences = new WeakMap<Source, NodeSequence>();
  readonly #rewritten = new LRUCache<string, RewrittenOperation>({
    maxSize: keptBytes,
    sizeCalculation: bytesOf,
  });
  #lastId = 0;

  /** `schema`: what clients see, with `node`. */
  constructor(schema: GraphQLSchema, types: NodeTypes) {
    this.#schema = schema;
    this.types = types;
  }

  /** Null: it has none, and runs as it is. Found once for an operation. */
  of(document: DocumentNode, operation: OperationDefinitionNode): NodeOperation | null {
    const known = this.#operations.get(operation);
    if (known !== undefined) return known;
    const isUsed = usesNodes(this.#schema, operation, fragmentsOf(document));
    const found = isUsed ? this.#read(document, operation) : null;
    this.#operations.set(operation, found);
    return found;
  }

  #read(document: DocumentNode, { name }: OperationDefinitionNode): NodeOperation {
    return { client: readOperation(document, name?.value), document, id: (this.#lastId += 1) };
  }

  known({ id }: NodeOperation, sequence: NodeSequence): RewrittenOperation | undefined {
    return this.#rewritten.get(keyOf(id, sequence));
  }

  /** Undefined: the graph has not all types of the sequence. Throws QUERY_TOO_COMPLEX. */
  rewrite({ client }: NodeOperation, sequence: NodeSequence): RewrittenOperation | undefined {
    return rewriteOperation(client, { schema: this.#schema, types: this.types, sequence });
  }

  keep({ document, id }: NodeOperation, sequence: NodeSequence, made: RewrittenOperation): void {
    this.#rewritten.set(keyOf(id, sequence), made);
    this.#clients.set(made.document, document);
    const source = made.operation.loc?.source;
    if (source) this.#sequences.set(source, sequence);
  }

  /** The document that the client sent, of one that is executed. */
  clientDocument(document: DocumentNode): DocumentNode {
    return this.#clients.get(document) ?? document;
  }

  /** Of an operation that was rewritten. Undefined: it is as the client sent it. */
  sequenceOf(source: Source): NodeSequence | undefined {
    return this.#sequences.get(source);
  }
}

const keyOf = (id: number, sequence: NodeSequence): string => `${id} ${JSON.stringify(sequence)}`;
