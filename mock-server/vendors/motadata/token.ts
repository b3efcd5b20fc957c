/** `POST /api/oauth/token`: an integration's client and a user get a signed token, and one to refresh it with. */
import { randomBytes, randomUUID } from 'node:crypto';
import { decodeJwt } from 'jose/jwt/decode';
import type { Credential } from '../../../fixtures/language/Fixture.js';
import type { Secret, Token } from '../../Credentials.js';
import { Refusal } from '../../Refusal.js';
import type { Proof, TokenEndpoint, TokenRequest } from '../../TokenEndpoint.js';
import { clientId, clientOf, clientSecret, userSecret } from './auth.js';
import type { Profile } from './profile.js';
import { refuseToken } from './refuse.js';

const SCOPE = 'other-api-scope';

/** Signs the tokens of this process, which takes no others. */
const key = randomBytes(32);

/** What a refresh token says, and an access token among other things. */
interface Owner {
  user_name: string;
  client_id: string;
}

/** A refresh token tells its session itself; a client that proves nothing is known by its id. */
function meant(headers: TokenRequest['headers'], form: ReadonlyMap<string, string>): Secret[] {
  const [, base64 = ''] = /^basic +(\S+)$/i.exec(headers.authorization ?? '') ?? [];
  const [id = '', ...secret] = Buffer.from(base64, 'base64').toString().split(':');
  return [
    `refresh ${form.get('refresh_token')}`,
    userSecret(id, form.get('username') ?? '', form.get('password') ?? ''),
    clientSecret(id, secret.join(':')),
    clientId(id),
  ];
}

const oauthToken: TokenEndpoint<Profile> = {
  paths: ['/api/oauth/token'],
  shape: 'token',
  sample,
  meant,
  proofs,
  fresh: ({ form }, profile) =>
    form().get('grant_type') === 'refresh_token' || profile['token-reissue'] === 'new',
  make,
  respond: ({ access, refresh, expires }, now) =>
    JSON.stringify({
      access_token: access,
      token_type: 'bearer',
      refresh_token: refresh,
      expires_in: Math.floor((expires - now) / 1000),
      scope: SCOPE,
      jti: decodeJwt(access).jti,
    }),
  refuse: refuseToken,
};

export const tokenEndpoints: readonly TokenEndpoint<Profile>[] = [oauthToken];

function sample({ client_id, client_secret, username, password }: Credential['entry']) {
  if (username === undefined || password === undefined) return undefined;
  const authorization = `Basic ${Buffer.from(`${client_id}:${client_secret}`).toString('base64')}`;
  return { authorization, form: { grant_type: 'password', username, password } };
}

/** The client first: whoever is none learns nothing of grants and users. */
function* proofs({ headers, form: read }: TokenRequest, profile: Profile): Generator<Proof> {
  const [clientId, secret] = clientOf(headers);
  yield {
    secret: clientSecret(clientId, secret),
    otherwise: new Refusal('unknown-client', 'The client is not known.'),
  };
  checkType(headers['content-type'], profile);
  const form = read();
  const grant = field(form, 'grant_type');
  switch (grant) {
    case 'password':
      yield {
        secret: userSecret(clientId, field(form, 'username'), field(form, 'password')),
        otherwise: new Refusal('bad-grant', 'The user or the password is wrong.', 'password'),
      };
      return;
    case 'refresh_token': {
      const otherwise = new Refusal('bad-grant', 'The refresh token is not valid.', grant);
      const token = field(form, 'refresh_token');
      if (ownerOf(token)?.client_id !== clientId) throw otherwise;
      yield { secret: `refresh ${token}`, otherwise };
      return;
    }
    default:
      throw new Refusal('unknown-grant', 'There is no such grant type.', 'grant_type');
  }
}

function checkType(type = '', { 'token-body': body }: Profile): void {
  const right = {
    multipart: 'multipart/form-data',
    urlencoded: 'application/x-www-form-urlencoded',
  };
  if (body !== 'any' && type.split(';')[0]?.trim().toLowerCase() !== right[body])
    throw new Refusal('bad-body', `The body must be ${right[body]}.`);
}

function field(form: ReadonlyMap<string, string>, name: string): string {
  const value = form.get(name);
  if (value === undefined) throw new Refusal('bad-parameter', `There is no ${name}.`, name);
  return value;
}

/** Whose refresh token it is; undefined where it is none. */
function ownerOf(token: string): Owner | undefined {
  try {
    return decodeJwt<Owner>(token);
  } catch {
    return undefined;
  }
}

/** Its times are the world's, in whole seconds inside the tokens. */
async function make(request: TokenRequest, now: number, profile: Profile): Promise<Token> {
  const { headers } = request;
  const form = request.form();
  const [client_id] = clientOf(headers);
  const old = form.get('grant_type') === 'refresh_token' ? form.get('refresh_token') : undefined;
  const user_name = old === undefined ? form.get('username') : ownerOf(old)?.user_name;
  const expires = now + profile['token-lifetime'] * 1000;
  const iat = Math.floor(now / 1000);
  const owned = { user_name, client_id, scope: SCOPE, iat };
  const iss = `http://${headers.host ?? 'localhost'}/api`;
  const kept = profile['refresh-reissue'] === 'same' ? old : undefined;
  return {
    access: await sign({ ...owned, iss, nbf: iat, exp: Math.floor(expires / 1000) }),
    refresh: kept ?? (await sign(owned)),
    expires,
  };
}

async function sign(claims: object): Promise<string> {
  const { SignJWT } = await import('jose/jwt/sign');
  return new SignJWT({ ...claims, jti: randomUUID() })
    .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
    .sign(key);
}
