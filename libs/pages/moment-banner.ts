import type { NearbyRevision, NearbyRevisions, StateView } from '#projections';
import { html, type Html } from './html.js';
import { momentForm } from './moment-form.js';
import { addressOf, type Reader } from './reader.js';
import { momentTime } from './when.js';

export interface Shown {
  readonly state: Pick<StateView, 'slug' | 'asOf' | 'validAt' | 'revision' | 'updatedAt'>;
  readonly neighbours: NearbyRevisions;
  /** The address names a revision, not a moment. */
  readonly fixed: boolean;
}

/** The shown moment of the story, links to its neighbours and to now, and a form to choose another. */
export function momentBanner({ state, neighbours, fixed }: Shown, reader: Reader): Html {
  const { moment: words } = reader.words;
  const path = `/stories/${state.slug}`;
  const past = fixed || state.asOf !== null;
  const changes = Number(neighbours.latest.revision) - Number(state.revision);
  return html`<section class="moment${past ? ' past' : ''}" aria-labelledby="moment">
    <p id="moment" class="moment-shown">
      ${shownMoment({ state, neighbours, fixed }, reader)}
      ${past && html`<strong>${words.sinceThen(changes)}</strong> <a class="now" href="${addressOf(path, reader)}">${words.seeNow}</a>`}
    </p>
    ${state.validAt !== null && html`<p>${words.held(momentTime(state.validAt, reader))}</p>`}
    ${revisionLinks(neighbours, state, path, reader)}
    ${momentForm(path, state.asOf ?? (fixed ? state.updatedAt : null), reader, { validAt: state.validAt })}
  </section>`;
}

function shownMoment({ state, fixed }: Shown, reader: Reader): Html {
  const { moment: words } = reader.words;
  if (fixed) return words.fixed(state.revision, momentTime(state.updatedAt, reader));
  return state.asOf === null
    ? words.now(momentTime(state.updatedAt, reader))
    : words.past(momentTime(state.asOf, reader));
}

function revisionLinks(
  { first, previous, next, latest }: NearbyRevisions,
  { revision, validAt }: Shown['state'],
  path: string,
  reader: Reader,
): Html | null {
  const { moment: words } = reader.words;
  const entry = (label: string, rel: string, to: NearbyRevision | null): Html | null =>
    to &&
    html`<li>
      <a rel="${rel}" href="${addressOf(`${path}/revisions/${to.revision}`, reader, { validAt })}"
        >${label}</a
      >
      <span class="quiet">${momentTime(to.recordedAt, reader)}</span>
    </li>`;
  if (previous === null && next === null) return null;
  return html`<nav class="revisions" aria-label="${words.navigation}">
    <ul>
      ${previous && first.revision !== previous.revision && entry(words.first, 'first', first)}
      ${entry(words.previous, 'prev', previous)} ${entry(words.next, 'next', next)}
      ${next && latest.revision !== next.revision && latest.revision !== revision && entry(words.latest, 'last', latest)}
    </ul>
  </nav>`;
}
