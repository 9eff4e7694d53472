/** What a server knows of itself, for those who ask whether it is ready. */
export class ServingState {
  #drainingSince: Date | undefined;

  /** When it was asked to stop. It answers what still comes, and wants no further requests. Undefined: it serves. */
  get drainingSince(): Date | undefined {
    return this.#drainingSince;
  }

  get isDraining(): boolean {
    return this.#drainingSince !== undefined;
  }

  drain(): void {
    this.#drainingSince ??= new Date();
  }
}
