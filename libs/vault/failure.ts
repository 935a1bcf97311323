/**
 * The errors of this library. `code` is for programs; `message` says for a person what is wrong and what to do. No error
 * has a name, a contact, a note, a passphrase or a key in it, and none has a `cause` that could.
 */
export abstract class VaultError extends Error {
  abstract readonly code: string;
  override get name(): string {
    return this.constructor.name;
  }
}

/** The file of the vault cannot be used: it is open elsewhere, or something else has its name, or its schema is unknown. */
export class VaultUnusable extends VaultError {
  readonly code = 'vault-unusable';
}

/** The vault is closed: nothing can be sealed or read. */
export class VaultClosed extends VaultError {
  readonly code = 'vault-closed';

  constructor() {
    super('The vault is closed. Open it again with its master key.');
  }
}

/** The master key cannot be had: a file that is missing or readable for others, a command that failed, a weak passphrase. */
export class MasterKeyUnusable extends VaultError {
  readonly code = 'master-key-unusable';
}

/** This is not the master key of the vault. Nothing was written. */
export class WrongMasterKey extends VaultError {
  readonly code = 'wrong-master-key';
}

/** The old bytes are replaced, but not yet gone from the files. Nothing is lost: the change itself is recorded. */
export class NotPurged extends VaultError {
  readonly code = 'not-purged';

  constructor(file: string, why: string) {
    super(
      `The change is recorded, but old bytes may remain in ${file} and the files beside it: ${why}. ` +
        'Remove the cause and call purge(), or open the vault again.',
    );
  }
}

/** Refused: a field is missing, empty or too long. `field` names it; the value is not repeated. */
export class InvalidField extends VaultError {
  readonly code = 'invalid-field';
  readonly field: string;

  constructor(field: string, what: string) {
    super(`The field ${field} ${what}.`);
    this.field = field;
  }
}

/** Refused: this story has no such reference. It is the same error where another story has it. */
export class UnknownReference extends VaultError {
  readonly code = 'unknown-reference';

  constructor() {
    super('The story has no sealed source with this reference. Check the reference and the story.');
  }
}

/** Refused: the story has a sealed source with this reference already. */
export class ReferenceTaken extends VaultError {
  readonly code = 'reference-taken';

  constructor() {
    super(
      'The story has a sealed source with this reference already. Change that one, or take another reference.',
    );
  }
}

/** Refused: the source was erased, so nobody can read it any more. `at` is ISO 8601. */
export class SourceErased extends VaultError {
  readonly code = 'source-erased';
  readonly at: string;

  constructor(at: string) {
    super(`The source was erased at ${at}. Nobody can read it; seal it again if you still have it.`);
    this.at = at;
  }
}

/** The stored bytes of one source are not what was sealed. All other sources can be read. */
export class SourceDamaged extends VaultError {
  readonly code = 'source-damaged';

  constructor() {
    super(
      'The stored bytes of this source were damaged or exchanged, so it is not shown. Other sources are not affected. ' +
        'Restore the vault from a backup, or erase this source.',
    );
  }
}

/** Refused: no such request. It may be too old, or made before the vault was opened. */
export class RequestUnknown extends VaultError {
  readonly code = 'request-unknown';

  constructor() {
    super('There is no such request to unseal a source. Ask again.');
  }
}

/** Refused: the second principal came too late. */
export class RequestExpired extends VaultError {
  readonly code = 'request-expired';

  constructor() {
    super('The request to unseal the source is older than ten minutes. Ask again.');
  }
}

/** Refused: a request is used once. */
export class RequestUsed extends VaultError {
  readonly code = 'request-used';

  constructor() {
    super('This request to unseal a source was used already. Ask again.');
  }
}

/** Refused: the principal that asked cannot approve. */
export class SamePrincipal extends VaultError {
  readonly code = 'same-principal';

  constructor() {
    super('The one who asked cannot approve. Let another person approve the request.');
  }
}

/** Nothing left the vault: it is not certain that the unsealing is in the audit log. The request is used. */
export class NotAudited extends VaultError {
  readonly code = 'not-audited';

  constructor() {
    super(
      'The audit log did not confirm the unsealing, so nothing was shown. Check the log, then ask and approve again.',
    );
  }
}
