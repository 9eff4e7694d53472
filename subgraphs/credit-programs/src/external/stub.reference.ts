/** A stub is known by its id alone: whether it exists is its owner's to say. */
export async function resolveStub({ id }: { id: string }): Promise<{ id: string }> {
  return { id };
}
