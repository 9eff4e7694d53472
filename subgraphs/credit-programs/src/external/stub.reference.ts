/** Takes any id: only the department that owns the entity knows which there are. */
export async function resolveStub({ id }: { id: string }): Promise<{ id: string }> {
  return { id };
}
