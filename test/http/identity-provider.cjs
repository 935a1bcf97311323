/**
 * A real identity provider (`oidc-provider`) in the test process. It runs outside the sandbox of the spec file, because it
 * checks the classes of its values. Arguments are strings and booleans; JSON for more.
 */
'use strict';

const { createSign, generateKeyPairSync, randomUUID } = require('node:crypto');
const { once } = require('node:events');
const { createServer } = require('node:http');

/** One RSA key, as the JWK that the provider signs with. */
function newKey() {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return {
    jwk: { ...privateKey.export({ format: 'jwk' }), kid: randomUUID(), alg: 'RS256', use: 'sig' },
    privateKey,
  };
}

const part = (value) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** The same ID token with other claims, signed by `key`. */
function resigned(token, claims, { jwk, privateKey }) {
  const payload = JSON.parse(Buffer.from(token.split('.')[1], 'base64url').toString());
  const text = `${part({ alg: 'RS256', kid: jwk.kid })}.${part({ ...payload, ...claims })}`;
  return `${text}.${createSign('sha256').update(text).sign(privateKey, 'base64url')}`;
}

async function openProvider() {
  const { Provider } = await import('oidc-provider');
  const people = new Map();
  let provider = null;
  let client = null;
  let key = newKey();
  /** What the next ID token gets: other claims, or a signature of a foreign key with the id of a known one. */
  let spoiled = null;
  /** Whether it accepts connections and never answers. */
  let silent = false;
  const server = createServer((request, response) => {
    if (!silent) provider.callback()(request, response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  const issuer = `http://127.0.0.1:${port}`;

  const serve = () => {
    provider = new Provider(issuer, {
      clients: [client],
      jwks: { keys: [key.jwk] },
      cookies: { keys: ['of the test'] },
      // The ID token has the claims of its scopes.
      conformIdTokenClaims: false,
      claims: { openid: ['sub'], profile: ['name', 'preferred_username', 'groups'] },
      pkce: { required: () => true },
      findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id, ...people.get(id) }) }),
    });
    provider.use(async (context, next) => {
      await next();
      if (spoiled === null || !context.body?.id_token) return;
      const { claims, foreign } = spoiled;
      const by = foreign ? { ...newKey(), jwk: key.jwk } : key;
      context.body = { ...context.body, id_token: resigned(context.body.id_token, claims, by) };
      spoiled = null;
    });
  };

  return {
    issuer,
    /** Registers the desk. */
    register(id, secret, callback) {
      client = { client_id: id, client_secret: secret, redirect_uris: [callback] };
      serve();
    },
    /** Somebody who may sign in with any password: name, preferred_username and groups, as JSON. */
    person: (id, claims) => void people.set(id, JSON.parse(claims)),
    rotateKeys() {
      key = newKey();
      serve();
    },
    spoil: (claims, foreign) => void (spoiled = { claims: JSON.parse(claims), foreign }),
    silence: (is) => void (silent = is),
    async down() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
    async up() {
      server.listen(port, '127.0.0.1');
      await once(server, 'listening');
    },
  };
}

module.exports = { openProvider };
