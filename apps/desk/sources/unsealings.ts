import { Injectable } from '@nestjs/common';
import { Problem } from '#http';
import { reachOf } from '#roles';
import { AuditLog, forbidden } from '#staff';
import { SamePrincipal, type OpenRequest, type SourceReference, type UnsealedSource } from '#vault';
import { DeskParts } from '../recording/desk-parts.js';
import { SourceVault } from '../vault/source-vault.js';
import { personOf, type Actor } from './protected-sources.js';
import { unsealingUnknown, withVault } from './vault-problem.js';

/** A request to see a source. `approvedBy` is null as long as it waits. */
export interface UnsealingRequest extends OpenRequest {
  readonly approvedBy: string | null;
}

/** One person asks to see a source, a custodian approves, and the first then sees it once: all within ten minutes. */
@Injectable()
export class Unsealings {
  /** Who approved, by request. In memory only, as the requests are. */
  readonly #approvers = new Map<string, string>();

  constructor(
    private readonly vault: SourceVault,
    private readonly audit: AuditLog,
    private readonly parts: DeskParts,
  ) {}

  /** A person who asks twice has one request. @throws Problem */
  ask(
    source: SourceReference,
    purpose: string,
    { who, address }: Actor,
    ownOnly: boolean,
  ): Promise<UnsealingRequest> {
    const { opened: vault } = this.vault;
    const { id: me } = personOf(who);
    return withVault(async () => {
      const isKnown = vault.referencesOf(source.story).includes(source.reference);
      // The same for a source of somebody else and for none.
      if (ownOnly && (!isKnown || vault.keepersOf(source).reporter !== me)) throw forbidden();
      const mine = (): UnsealingRequest | undefined =>
        this.open().find(
          ({ by, source: { story, reference } }) =>
            by === me && story === source.story && reference === source.reference,
        );
      const before = mine();
      if (before) return before;
      const about = `${source.story}/${source.reference}`;
      await this.audit.record({ type: 'UnsealingAsked', who: me, about, address, purpose });
      // A double click: the other request may have come meanwhile.
      if (!mine()) vault.ask(source, me, purpose);
      return mine()!;
    });
  }

  /** The requests that wait, or are approved and not used. */
  open(): readonly UnsealingRequest[] {
    const requests = this.vault.opened.requests();
    const ids = new Set(requests.map(({ id }) => id));
    for (const id of this.#approvers.keys()) if (!ids.has(id)) this.#approvers.delete(id);
    return requests.map((request) => ({ ...request, approvedBy: this.#approvers.get(request.id) ?? null }));
  }

  /** @throws Problem `unsealing-unknown`, `own-unsealing` */
  approve(id: string, { who, address }: Actor): Promise<UnsealingRequest> {
    const { id: me } = personOf(who);
    return withVault(async () => {
      const request = this.#found(id);
      if (request.by === me) throw new SamePrincipal();
      if (request.approvedBy !== null) return request;
      const { story, reference } = request.source;
      const about = `${story}/${reference}`;
      await this.audit.record({ type: 'UnsealingApproved', who: me, about, address, askedBy: request.by });
      this.#found(id);
      this.#approvers.set(id, me);
      return { ...request, approvedBy: me };
    });
  }

  /** Shows the source to the one who asked, once. @throws Problem `unsealing-unknown`, `unsealing-waits`, `not-audited` */
  show(id: string, { who }: Actor): Promise<UnsealedSource> {
    const { id: me } = personOf(who);
    return withVault(async () => {
      const { by, approvedBy } = this.#found(id);
      if (by !== me) throw unsealingUnknown();
      if (approvedBy === null)
        throw new Problem(
          'unsealing-waits',
          'A custodian must approve the request first, within ten minutes.',
        );
      const approver = this.parts.staff.staff.accounts.find(approvedBy);
      if (!approver || approver.disabled || reachOf('keep-sources', approver.roles) === null)
        throw unsealingUnknown();
      return this.vault.opened.approve(id, approvedBy);
    });
  }

  #found(id: string): UnsealingRequest {
    const request = this.open().find((one) => one.id === id);
    if (!request) throw unsealingUnknown();
    return request;
  }
}
