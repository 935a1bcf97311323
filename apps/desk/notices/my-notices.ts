import { Injectable } from '@nestjs/common';
import { Clock } from '#event-store';
import { reachOf } from '#roles';
import type { Principal } from '#staff';
import { People } from '../recording/people.js';
import { allWho, type Notice } from './notice.js';
import { NoticeFile, type Reading } from './notice-file.js';
import { KEPT_FOR } from './notice-follower.js';

/** The verbs whose users get notices in common. */
const IN_COMMON = ['read', 'keep-webhooks'] as const;

/** After the ids of all notices. */
const END = 'g';

/** The notices of one principal, as far as his or her roles allow at this moment. */
@Injectable()
export class MyNotices {
  constructor(
    private readonly file: NoticeFile,
    private readonly clock: Clock,
    private readonly people: People,
  ) {}

  /** The newest before `before` ('' for all) and after `after`. Empty if the session or the token has ended. */
  newest(who: Principal, { before, after, limit }: { before: string; after: string; limit: number }) {
    const reading = this.#reading(who, limit);
    return reading ? this.file.before(before === '' ? END : before, after, reading) : [];
  }

  /** The next one after an id. Null if there is none; undefined if the session or the token has ended. */
  next(who: Principal, after: string): Notice | null | undefined {
    const reading = this.#reading(who, 1);
    return reading && (this.file.after(after, reading)[0] ?? null);
  }

  /** The id of the newest; '' if there is none. */
  last(who: Principal): string {
    return this.newest(who, { before: '', after: '', limit: 1 })[0]?.id ?? '';
  }

  /** Whether the session or the token still counts. */
  isIn(who: Principal): boolean {
    return this.people.rolesNow(who) !== null;
  }

  #reading(who: Principal, limit: number): Reading | undefined {
    const roles = this.people.rolesNow(who);
    if (roles === null) return undefined;
    const verbs = IN_COMMON.filter((verb) => reachOf(verb, roles) !== null);
    // What concerns one person alone is about stories.
    const own = verbs.includes('read') ? [who.id] : [];
    return {
      recipients: [...own, ...verbs.map(allWho)],
      me: who.id,
      since: this.clock.now() - KEPT_FOR,
      limit,
    };
  }
}
