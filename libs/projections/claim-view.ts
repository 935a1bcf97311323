import {
  explain,
  standingOf,
  type AssertionState,
  type Claim,
  type ClaimState,
  type StatusChange,
  type Story,
} from '#story';
import { chainView, edtf, iso } from './development-view.js';
import { pageOf, type Page } from './page.js';

/** A claim as a reader sees it: what it says, how sure it is, and why. `assertions` is the address of all of them. */
export function claimView(story: Story, state: ClaimState, assertions: string) {
  const { current } = state;
  const standing = assertionsOf(state).filter((a) => a.stands);
  return {
    ...contentView(state.claim),
    ...statusView(current),
    assertions: pageOf([...standing].reverse(), {
      offset: 0,
      limit: 5,
      view: (a) => assertionView(story, a),
      address: () => assertions,
    }),
  };
}

/** What a claim says: its words, time, place and quantity. */
export function contentView({ id, kind, text, occurred, place, territory, figure }: Claim) {
  return { id, kind, text, occurred: edtf(occurred), place, territory, figure };
}

export function statusView(status: StatusChange) {
  const { support, authority, contest, flags, because, since, revision } = status;
  return {
    status: status.status,
    support,
    authority,
    contest,
    flags,
    because,
    explanation: explain(status),
    since: iso(since),
    revision: String(revision),
  };
}

/** Every assertion about a claim, oldest first, and whether it stands. */
export function assertionsOf(state: ClaimState): readonly Said[] {
  const all: Said[] = [];
  for (const said of state.byOrigin.values()) {
    if (said.length === 0) continue;
    const standing = standingOf(said);
    for (const a of said) all.push({ ...a, stands: standing.has(a.id) });
  }
  return all.sort((a, b) => a.revision - b.revision || (a.id < b.id ? -1 : 1));
}

export type Said = AssertionState & { readonly stands: boolean };

export function assertionView(story: Story, a: Said) {
  const chains = a.chains.flatMap((i) => {
    const chain = story.developments.get(a.development)?.development.attribution[i];
    return chain ? [chainView(chain)] : [];
  });
  const [chain = [], ...also] = chains;
  return {
    id: a.id,
    development: a.development,
    stance: a.stance,
    chain,
    ...(also.length > 0 ? { also } : {}),
    origin: a.origin.id,
    standing: a.standing,
    recordedAt: iso(a.recordedAt),
    stands: a.stands,
    withdrawn: a.withdrawn,
    retracted: a.retracted,
  };
}

/** One claim whole: the history of its status with reasons, its links, judgements and first assertions. */
export function claimPage(
  story: Story,
  state: ClaimState,
  assertions: Page<ReturnType<typeof assertionView>>,
) {
  const id = state.claim.id;
  const links = [...story.linkOrder].flatMap((link) => story.links.get(link) ?? []);
  return {
    ...contentView(state.claim),
    ...statusView(state.current),
    identifiedBy: state.identifiedBy,
    recordedAt: iso(state.recordedAt),
    corrected: state.corrected,
    judgements: state.judgements.map(({ id: judgement, verdict, method }) => ({
      id: judgement,
      verdict,
      method,
    })),
    links: links
      .filter((l) => !l.revoked && (l.from === id || l.to === id))
      .map(({ id: link, from, to, relation }) => ({ id: link, from, to, relation })),
    history: [...state.history.newestFirst()].slice(0, 100).reverse().map(statusView),
    assertions,
  };
}
