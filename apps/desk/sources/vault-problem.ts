import { Problem } from '#http';
import {
  InvalidField,
  NotAudited,
  NotPurged,
  ReferenceTaken,
  RequestExpired,
  RequestUnknown,
  RequestUsed,
  SamePrincipal,
  SourceDamaged,
  SourceErased,
  UnknownReference,
  VaultError,
} from '#vault';

/** Does something with the vault. Its refusals become problems, which never repeat what was sent. */
export async function withVault<T>(work: () => T | Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof VaultError ? problemOf(error) : error;
  }
}

function problemOf(error: VaultError): Problem {
  if (error instanceof UnknownReference) return new Problem('source-unknown', error.message);
  if (error instanceof SourceErased) return new Problem('source-erased', error.message);
  if (error instanceof SourceDamaged) return new Problem('source-damaged', error.message);
  if (error instanceof SamePrincipal) return new Problem('own-unsealing', error.message);
  if (error instanceof NotAudited) return new Problem('not-audited', error.message);
  if (error instanceof NotPurged)
    return new Problem(
      'not-purged',
      'The change is recorded, but old bytes may remain in a file. Repeat the request.',
    );
  if (error instanceof InvalidField) return invalid(error);
  if (error instanceof ReferenceTaken)
    return new Problem('contention', 'Somebody sealed this source at the same moment. Repeat the request.');
  if (error instanceof RequestUnknown || error instanceof RequestUsed || error instanceof RequestExpired)
    return unsealingUnknown();
  // It is closed, or its file or key cannot be used.
  return new Problem('store-unavailable', error.message);
}

/** The same for a request of somebody else, and for one that never was. */
export const unsealingUnknown = (): Problem =>
  new Problem(
    'unsealing-unknown',
    'No such request of yours waits. It may have been used, or be older than ten minutes. Ask again.',
  );

/** `identity.name` of the vault is `name` of the request. */
function invalid({ field, message }: InvalidField): Problem {
  const pointer = `/${field.replace('identity.', '')}`;
  return new Problem('validation', message, { members: { errors: [{ pointer, detail: message }] } });
}
