export type Variables = Readonly<Record<string, unknown>>;

/** A number that may depend on the variables of a request. What does not depend on them is computed once. */
export type Term = number | ((variables: Variables) => number);

export const valueOf = (term: Term, variables: Variables): number =>
  typeof term === "number" ? term : term(variables);

export function sum(terms: readonly Term[]): Term {
  let constant = 0;
  const changing: Exclude<Term, number>[] = [];
  for (const term of terms) {
    if (typeof term === "number") constant += term;
    else changing.push(term);
  }
  if (changing.length === 0) return constant;
  return (variables) => changing.reduce((total, term) => total + term(variables), constant);
}

export function product(left: Term, right: Term): Term {
  if (typeof left === "number" && typeof right === "number") return left * right;
  return (variables) => valueOf(left, variables) * valueOf(right, variables);
}
