/** The header Authorization for the user and the password in a URL. Empty where it has neither. */
export function basicAuthorization({ username, password }: URL): { readonly authorization?: string } {
  if (!username && !password) return {};
  const credentials = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  return { authorization: `Basic ${Buffer.from(credentials).toString("base64")}` };
}
