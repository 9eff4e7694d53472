import type { GraphQLError } from "graphql";
import type { ResponsePath } from "../entities/entity-paths.js";

interface Node {
  readonly below: Map<string | number, Node>;
  /** Whether an error has the path that ends here. */
  isEnd: boolean;
}

const newNode = (): Node => ({ below: new Map(), isEnd: false });

/** The paths of errors. A search takes the same time however many there are. */
export class ExplainedPaths {
  readonly #root = newNode();

  constructor(errors: readonly GraphQLError[]) {
    for (const { path } of errors) if (path) this.add(path);
  }

  add(path: ResponsePath): void {
    let node = this.#root;
    for (const step of path) {
      const next = node.below.get(step) ?? newNode();
      node.below.set(step, next);
      node = next;
    }
    node.isEnd = true;
  }

  /** Whether an error is at a place, above it or below it. */
  has(path: ResponsePath): boolean {
    let node: Node | undefined = this.#root;
    for (const step of path) {
      if (node.isEnd) return true;
      node = node.below.get(step);
      if (!node) return false;
    }
    return true;
  }
}
