import { Injectable } from '@nestjs/common';
import { Problem } from '#http';
import type { Role } from '#roles';
import { AuditLog, forbidden, type AuditType, type Principal } from '#staff';
import type { Keepers, SourceFields, SourceReference } from '#vault';
import { DeskParts } from '../recording/desk-parts.js';
import { SourceVault } from '../vault/source-vault.js';
import { withVault } from './vault-problem.js';

/** Who acts, and from where. */
export interface Actor {
  readonly who: Principal;
  readonly address: string;
}

/** What is sealed. Absent members are empty. */
export type Sealed = Omit<SourceFields, 'reporter' | 'custodian'> & {
  readonly custodian?: string | undefined;
};

/** Seals, hands over and erases sources. The audit log has each act before it happens, and never a name. */
@Injectable()
export class ProtectedSources {
  constructor(
    private readonly vault: SourceVault,
    private readonly audit: AuditLog,
    private readonly parts: DeskParts,
  ) {}

  /** Seals a source, or seals it again with other fields. True if it is new. @throws Problem */
  seal(source: SourceReference, { custodian, ...fields }: Sealed, actor: Actor): Promise<boolean> {
    const { opened: vault } = this.vault;
    const { id: me } = personOf(actor.who);
    return withVault(async () => {
      const isNew = !vault.referencesOf(source.story).includes(source.reference);
      if (isNew) {
        const keeper = this.#custodian(custodian);
        await this.#audited('SourceSealed', source, actor, `custodian ${keeper}`);
        vault.seal(source.story, { ...fields, custodian: keeper, reporter: me }, source.reference);
      } else {
        const { custodian: before } = this.#keptBy(source, me);
        const keeper = this.#custodian(custodian ?? before);
        await this.#audited('SourceChanged', source, actor, `custodian ${keeper}`);
        vault.change(source, { ...fields, custodian: keeper });
      }
      return isNew;
    });
  }

  /** Gives another story a reference to the same source. @throws Problem */
  passOn(source: SourceReference, other: string, actor: Actor): Promise<string> {
    const { opened: vault } = this.vault;
    return withVault(async () => {
      this.#keptBy(source, personOf(actor.who).id);
      // Nothing names the reference in the other story: the audit log must not join the two.
      await this.#audited('SourcePassedOn', source, actor);
      return vault.passOn(source, other);
    });
  }

  /** @throws Problem */
  handOver(source: SourceReference, { custodian, reporter }: Keepers, actor: Actor): Promise<void> {
    const { opened: vault } = this.vault;
    personOf(actor.who);
    return withVault(async () => {
      vault.keepersOf(source);
      this.#custodian(custodian);
      if (!this.#isActive(reporter, null)) throw unknownKeeper('The reporter is nobody of the staff.');
      const detail = `custodian ${custodian}, reporter ${reporter}`;
      await this.#audited('SourceKeepersChanged', source, actor, detail);
      vault.change(source, { custodian, reporter });
    });
  }

  /** @throws Problem */
  erase(source: SourceReference, reason: string, actor: Actor): Promise<void> {
    const { opened: vault } = this.vault;
    personOf(actor.who);
    return withVault(async () => {
      vault.keepersOf(source);
      await this.#audited('SourceErased', source, actor);
      vault.erase(source, reason);
    });
  }

  /** @throws Problem `forbidden` unless the source is of this reporter, or in the custody of this person */
  #keptBy(source: SourceReference, me: string): Keepers {
    const keepers = this.vault.opened.keepersOf(source);
    if (keepers.custodian !== me && keepers.reporter !== me) throw forbidden();
    return keepers;
  }

  /** The custodian of this id; without an id, the only one. @throws Problem `custodian-unknown` */
  #custodian(id: string | undefined): string {
    if (id !== undefined) {
      if (this.#isActive(id, 'custodian')) return id;
      throw unknownKeeper('The custodian is nobody of the staff with this role.');
    }
    const all = this.parts.staff.staff.accounts
      .list()
      .filter((one) => !one.disabled && one.roles.includes('custodian'));
    if (all.length === 1) return all[0]!.id;
    throw unknownKeeper(
      all.length === 0
        ? 'Nobody has the role custodian. An administrator gives it to somebody.'
        : 'There are several custodians. Say under custodian who answers for the source.',
    );
  }

  #isActive(id: string, role: Role | null): boolean {
    const account = this.parts.staff.staff.accounts.find(id);
    return account !== null && !account.disabled && (role === null || account.roles.includes(role));
  }

  #audited(
    type: AuditType,
    { story, reference }: SourceReference,
    { who, address }: Actor,
    detail?: string,
  ): Promise<void> {
    return this.audit.record({ type, who: who.id, about: `${story}/${reference}`, address, detail });
  }
}

/** The vault knows people only. @throws Problem `forbidden` for a service and the command line */
export function personOf(who: Principal): Principal {
  if (who.kind !== 'person') throw forbidden();
  return who;
}

const unknownKeeper = (detail: string): Problem => new Problem('custodian-unknown', detail);
