/** Accepts any id: only the department that owns the entity knows which ids exist. */
export async function resolveStub({ id }: { id: string }): Promise<{ id: string }> {
  return { id };
}
