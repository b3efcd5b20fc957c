/** What the protocol, and subject files, call the parts of a credential. */
export const credentialParts: readonly string[] = [
  ...['api_key', 'token', 'client_id', 'client_secret', 'username', 'password'],
];
