// Passkeys, by the browser's own functions (WebAuthn Level 3). The options come from the desk.

const { PublicKeyCredential } = globalThis;

export const supported =
  typeof PublicKeyCredential?.parseCreationOptionsFromJSON === 'function' &&
  typeof PublicKeyCredential.parseRequestOptionsFromJSON === 'function' &&
  typeof PublicKeyCredential.prototype.toJSON === 'function';

const SENTENCES = {
  NotAllowedError:
    'No passkey was used: you stopped, it took too long, or this device has none for the desk.',
  InvalidStateError: 'This device has a passkey of your account already.',
  NotSupportedError: 'This device cannot make a passkey.',
  SecurityError: 'The browser allows no passkey here. Open the desk by its name.',
};

/** @throws Error with `detail`, a sentence for the person */
async function asked(request) {
  try {
    return (await request).toJSON();
  } catch ({ name }) {
    const detail = SENTENCES[name] ?? 'The passkey does not work here. Try again, or use your password.';
    throw Object.assign(new Error(name), { detail });
  }
}

/** @returns the fields of a new passkey, as the desk takes them */
export async function makePasskey(options) {
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(options);
  const { id, response } = await asked(navigator.credentials.create({ publicKey }));
  const { clientDataJSON, attestationObject, transports } = response;
  return { id, clientDataJSON, attestationObject, transports };
}

/** @returns the fields of a sign-in, as the desk takes them */
export async function askForPasskey(options, more = {}) {
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(options);
  const { id, response } = await asked(navigator.credentials.get({ publicKey, ...more }));
  const { clientDataJSON, authenticatorData, signature, userHandle } = response;
  return { id, clientDataJSON, authenticatorData, signature, userHandle };
}

/**
 * Lists passkeys among the suggestions for the user name, where the browser supports it. Each challenge ends after minutes, so
 * the list is renewed before that.
 *
 * @returns a function that ends it, and resolves when the browser takes another request
 */
export function listPasskeysUnder(optionsOf, chosen) {
  const ends = new AbortController();
  const { signal } = ends;
  const ended = (async () => {
    if (!(await PublicKeyCredential.isConditionalMediationAvailable?.())) return;
    while (!signal.aborted) {
      const options = await optionsOf();
      if (options === null || signal.aborted) return;
      const late = AbortSignal.timeout(options.timeout * 0.8);
      const request = { mediation: 'conditional', signal: AbortSignal.any([signal, late]) };
      const answer = await askForPasskey(options, request).catch(() => null);
      if (answer !== null) return chosen(answer);
      if (!late.aborted) return;
    }
  })();
  return () => {
    ends.abort();
    return ended;
  };
}
