import {
  reasonOf,
  type AssertionState,
  type Claim,
  type ClaimState,
  type Decider,
  type Origin,
  type StatusChange,
  type Story,
} from '#story';
import { explain } from '#wordings';
import { boundsOf, chainView, edtf, iso, languagesView } from './development-view.js';

/** The content of a claim: its words, time, place and quantity, and who may decide it. */
export function contentView(claim: Claim) {
  const { id, kind, text, occurred, ...rest } = writtenView(claim);
  return { id, kind, text, occurred, occurredBounds: boundsOf(claim.occurred), ...rest };
}

/** The same in the form of a request. */
export function writtenView(claim: Claim) {
  const { id, kind, text, languages, occurred, place, territory, figure, decidedBy, allegation } = claim;
  return {
    id,
    kind,
    text,
    ...languagesView(languages),
    occurred: edtf(occurred),
    place,
    territory,
    figure,
    decidedBy: decidersView(decidedBy),
    ...(allegation ? { allegation } : {}),
  };
}

export const decidersView = (deciders: readonly Decider[] | undefined) =>
  deciders?.map(({ id, name, type }) => ({ id, name, type })) ?? null;

/** A status as its row stores it: with the reason, of which `served-status.ts` makes a sentence. */
export function statusRow(status: StatusChange) {
  const { support, authority, contest, flags, because, since, revision } = status;
  return {
    status: status.status,
    support,
    authority,
    contest,
    flags,
    because,
    reason: reasonOf(status),
    since: iso(since),
    revision: String(revision),
  };
}

/** A status as it is served. */
export function statusView(change: StatusChange) {
  const { reason, since, revision, ...status } = statusRow(change);
  return { ...status, explanation: explain(reason), since, revision };
}

/** An origin, as it was last described. */
export const originView = ({ name, side }: Origin) => ({ name, side: side?.id ?? null });

/** An assertion, and whether it is in force. */
export type JudgedAssertion = AssertionState & { readonly stands: boolean };

export function assertionView(story: Story, a: JudgedAssertion) {
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

/** What the page of a claim shows besides its words, its status and its assertions. */
export function claimNotes(story: Story, { claim: { id }, ...state }: ClaimState) {
  const links = [...story.linkOrder].flatMap((link) => story.links.get(link) ?? []);
  return {
    identifiedBy: state.identifiedBy,
    recordedAt: iso(state.recordedAt),
    corrected: state.corrected,
    judgements: state.judgements.map(({ id: judgement, verdict, method, at }) => ({
      id: judgement,
      verdict,
      method,
      recordedAt: iso(at),
    })),
    links: links
      .filter((l) => !l.revoked && (l.from === id || l.to === id))
      .map(({ id: link, from, to, relation }) => ({ id: link, from, to, relation })),
  };
}
