import type { Caller } from "@an-sinh/server/caller";
import { TypeInfo, visit, visitWithTypeInfo, type DocumentNode, type GraphQLSchema } from "graphql";
import type { Demands } from "./demands.js";
import { CallerGrants, type EvaluatePolicies, type Grants } from "./grants.js";

/** What a caller may see of the fields of a document. Equal for all callers who may see the same of it. */
export interface Decision {
  /** Different for different decisions about one document. Empty: the caller may see all of it. */
  readonly key: string;
  allows(typeName: string, fieldName: string): boolean;
}

/** What a document demands, and what was decided about it. */
interface DocumentAccess {
  readonly demanded: readonly number[];
  readonly decisions: WeakMap<Grants, Decision>;
}

export const everything: Decision = { key: "", allows: () => true };

/** Decides which fields of a document a caller may see, by the directives of the supergraph. */
export class Authorization {
  readonly #schema: GraphQLSchema;
  readonly #demands: Demands;
  readonly #grants: CallerGrants;
  readonly #documents = new WeakMap<DocumentNode, DocumentAccess>();

  /** `schema` is what clients see of the supergraph. */
  constructor(demands: Demands, schema: GraphQLSchema, evaluate: EvaluatePolicies) {
    this.#schema = schema;
    this.#demands = demands;
    this.#grants = new CallerGrants(this.#demands.requirements, evaluate);
  }

  /** Decides once for a document and a set of grants. A promise where policies have to be evaluated first. */
  decide(document: DocumentNode, caller: Caller): Decision | Promise<Decision> {
    const access = this.#accessTo(document);
    if (access.demanded.length === 0) return everything;
    const grants = this.#grants.of(caller);
    return grants instanceof Promise
      ? grants.then((found) => this.#decide(access, found))
      : this.#decide(access, grants);
  }

  #decide({ demanded, decisions }: DocumentAccess, grants: Grants): Decision {
    const known = decisions.get(grants);
    if (known) return known;
    const missing = new Set(demanded.filter((requirement) => !grants.meets(requirement)));
    const decision: Decision =
      missing.size === 0
        ? everything
        : {
            key: [...missing].join(" "),
            allows: (typeName, fieldName) =>
              !this.#demands.of(typeName, fieldName).some((requirement) => missing.has(requirement)),
          };
    decisions.set(grants, decision);
    return decision;
  }

  #accessTo(document: DocumentNode): DocumentAccess {
    const known = this.#documents.get(document);
    if (known) return known;
    const access = { demanded: this.#demandedBy(document), decisions: new WeakMap<Grants, Decision>() };
    this.#documents.set(document, access);
    return access;
  }

  /** The requirements of all fields of a document. */
  #demandedBy(document: DocumentNode): readonly number[] {
    const demanded = new Set<number>();
    const types = new TypeInfo(this.#schema);
    const Field = ({ name }: { readonly name: { readonly value: string } }) => {
      const parent = types.getParentType();
      for (const requirement of parent ? this.#demands.of(parent.name, name.value) : [])
        demanded.add(requirement);
    };
    visit(document, visitWithTypeInfo(types, { Field }));
    return [...demanded].toSorted((left, right) => left - right);
  }
}
