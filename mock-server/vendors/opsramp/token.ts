/** `POST /auth/oauth/token`: where OpsRamp's clients get tokens. */
import { randomUUID } from 'node:crypto';
import { Refusal } from '../../Refusal.js';
import type { TokenEndpoint, TokenRequest } from '../../TokenEndpoint.js';
import { client, clientId } from './auth.js';
import type { Profile } from './profile.js';
import { refuse } from './refuse.js';

const paths = { short: '/auth/oauth/token', tenancy: '/tenancy/auth/oauth/token' };

export const tokenEndpoints: readonly TokenEndpoint<Profile>[] = [
  {
    paths: Object.values(paths),
    shape: 'token',
    sample: ({ client_id, client_secret }) =>
      client_id === undefined || client_secret === undefined
        ? undefined
        : { form: { grant_type: 'client_credentials', client_id, client_secret } },
    meant: (_headers, form) => {
      const [id = '', secret] = [form.get('client_id'), form.get('client_secret')];
      return [client(id, secret), clientId(id)];
    },
    proofs: ({ headers, path, form: read }, { 'token-path': served }) => {
      if (served !== 'both' && path !== paths[served])
        throw new Refusal('no-path', 'There is nothing at this path.');
      checkForm(headers);
      const form = read();
      const grant = form.get('grant_type');
      if (grant !== 'client_credentials')
        throw new Refusal('unknown-grant', `Unsupported grant type: ${grant ?? ''}`);
      return [
        {
          secret: client(form.get('client_id'), form.get('client_secret')),
          otherwise: new Refusal('unknown-client', 'Bad API credentials'),
        },
      ];
    },
    fresh: (_request, profile) => profile['token-reissue'] === 'new',
    make: (_request, now, profile) => ({
      access: randomUUID(),
      // There are none here, and none can be asked with.
      refresh: '',
      expires: now + profile['token-lifetime'] * 1000,
    }),
    respond: ({ access, expires }, now, profile) => {
      const seconds = Math.floor((expires - now) / 1000);
      return JSON.stringify({
        access_token: access,
        token_type: 'bearer',
        expires_in: profile['expires-in'] === 'text' ? String(seconds) : seconds,
        scope: 'global:manage',
      });
    },
    refuse,
  },
];

/** @throws Refusal where the form is a multipart one */
function checkForm({ 'content-type': type = '' }: TokenRequest['headers']): void {
  if (!/^application\/x-www-form-urlencoded\s*(;|$)/i.test(type))
    throw new Refusal('bad-body', 'The body must be application/x-www-form-urlencoded.');
}
