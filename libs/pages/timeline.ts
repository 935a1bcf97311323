import type { StatusHistory, StatusMove } from '#projections';
import { capital } from '#wordings';
import { html, joined, type Html } from './html.js';
import { anchorOf, inLanguage, name, phrase, textIn, translationTags } from './reader.js';
import { swatch } from './status-pattern.js';
import {
  askedWords,
  chainWords,
  type ClaimView,
  type DevelopmentView,
  type PageContext,
} from './page-context.js';
import { momentTime, worldTime } from './when.js';

interface Moved extends StatusMove {
  readonly claim: ClaimView;
  readonly was: StatusMove['status'] | null;
}

/** An entry of the timeline: a development with its changes of status, or changes of status without a development. */
type Entry = { readonly development: DevelopmentView | null; readonly moved: readonly Moved[] };

/**
 * The developments, newest first, each with its changes of status. Between them are the changes without a development: by a
 * withdrawal, a judgement or a retraction.
 *
 * `whole`: these are all developments of the story. Then the oldest changes of status belong to this page too.
 */
export function timeline(
  developments: readonly DevelopmentView[],
  {
    histories,
    claims,
    whole,
  }: {
    readonly histories: readonly StatusHistory[];
    readonly claims: readonly ClaimView[];
    readonly whole: boolean;
  },
  context: PageContext,
): Html {
  const moved = movesOf(histories, claims);
  const listed = new Set(developments.map(({ revision }) => revision));
  const oldest = whole ? 0 : Number(developments.at(-1)?.revision ?? Infinity);
  const entries: readonly Entry[] = [
    ...developments.map((development) => ({ development, moved: moved.get(development.revision) ?? [] })),
    ...[...moved]
      .filter(([revision]) => !listed.has(revision) && Number(revision) > oldest)
      .map(([, moves]) => ({ development: null, moved: moves })),
  ];
  const revisionOf = ({ development, moved: [first] }: Entry): number =>
    Number(development?.revision ?? first!.revision);
  const order = [...entries].sort((a, b) => revisionOf(b) - revisionOf(a));
  return html`<ol class="timeline">
    ${order.map((entry) => entryOf(entry, context))}
  </ol>`;
}

/** The changes of status by revision. The first status of a claim counts, unless the history lacks earlier ones. */
function movesOf(
  histories: readonly StatusHistory[],
  claims: readonly ClaimView[],
): ReadonlyMap<string, readonly Moved[]> {
  const byId = new Map(claims.map((claim) => [claim.id, claim]));
  const moved = new Map<string, Moved[]>();
  for (const { claim: id, moves, earlier } of histories) {
    const claim = byId.get(id);
    if (!claim) continue;
    for (const [i, move] of moves.entries()) {
      if (i === 0 && earlier) continue;
      const at = moved.get(move.revision) ?? [];
      moved.set(move.revision, at);
      at.push({ ...move, claim, was: moves[i - 1]?.status ?? null });
    }
  }
  return moved;
}

function entryOf({ development, moved }: Entry, context: PageContext): Html {
  const { reader } = context;
  const { timeline: words } = reader.words;
  if (development === null)
    return html`<li class="entry">
      <p class="entry-head">${momentTime(moved[0]!.since, reader)} <strong>${words.judged}</strong></p>
      ${movesList(moved, context)}
    </li>`;
  const { retracted, withheld } = development;
  return html`<li
    class="entry${retracted || withheld ? ' gone' : ''}"
    id="${anchorOf('development', development.id)}"
  >
    ${headOf(development, context)} ${withheld && noticeOf(withheld, context)}
    ${retracted && html`<p class="notice">${words.retracted[retracted.by](momentTime(retracted.at, reader))}</p>`}
    ${textOf(development, context)} ${sourcesOf(development, context)}
    ${development.raises.map(({ text }) => html`<p>${words.raises}${reader.words.colon} ${phrase(text, reader, context.story)}</p>`)}
    ${movesList(moved, context)} ${circumstances(development, context)}
  </li>`;
}

function headOf(development: DevelopmentView, { reader, story }: PageContext): Html {
  const { kind, recordedAt, significance, corrections, text, languages } = development;
  const { words } = reader;
  const tags = [
    ...(significance === 'substantive' ? [] : [words.significance[significance]]),
    ...(corrections > 0 ? [words.timeline.corrected] : []),
    ...translationTags(textIn(text, reader, story), languages, reader),
  ];
  return html`<p class="entry-head">
    ${momentTime(recordedAt, reader)}
    <strong>${capital(words.kind[kind])}</strong>${tags.map((tag) => html` <span class="tag">${tag}</span>`)}
  </p>`;
}

/** The notice that replaces a killed or taken-down development. */
function noticeOf(
  { how, grounds, at, notice, authority }: NonNullable<DevelopmentView['withheld']>,
  { reader, story }: PageContext,
): Html {
  const words = reader.words.timeline;
  const said = textIn(notice, reader, story);
  return html`<div class="notice">
    <p>
      ${words.withheld[how](momentTime(at, reader))} ${reader.words.removed(reader.words.grounds[grounds])}
      ${words.withheld.rest}
    </p>
    ${said && html`<p${inLanguage(said, reader)}>${said.text}</p>`}
    ${authority !== null && html`<p>${words.authority(name(authority))}</p>`}
  </div>`;
}

function textOf({ text }: DevelopmentView, { reader, story }: PageContext): Html | null {
  const said = textIn(text, reader, story);
  return said && html`<p class="entry-text" ${inLanguage(said, reader)}>${said.text}</p>`;
}

function sourcesOf({ kind, attribution }: DevelopmentView, context: PageContext): Html | null {
  if (attribution.length === 0) return null;
  const { words } = context.reader;
  const chains = attribution.map((chain) =>
    kind === 'noComment' || kind === 'noKnowledge' ? askedWords(chain, context) : chainWords(chain, context),
  );
  return html`<p class="source">
    <b>${words.timeline.source}${words.colon}</b>
    ${joined(chains, html`${words.semicolon} <i>${words.also}</i> `)}
  </p>`;
}

function movesList(moved: readonly Moved[], { reader, story }: PageContext): Html | null {
  if (moved.length === 0) return null;
  const { status: statuses, timeline: words } = reader.words;
  return html`<ul class="moved">
    ${moved.map(({ claim, status, was }) => {
      const link = html`<a href="#${anchorOf('claim', claim.id)}">${phrase(claim.text, reader, story)}</a>`;
      return html`<li>
        ${swatch(status)} ${words.moved(link, statuses[status].name, was && statuses[was].name)}
      </li>`;
    })}
  </ul>`;
}

function circumstances(
  { occurred, reportedAt, place, evidence }: DevelopmentView,
  { reader }: PageContext,
): Html | null {
  const words = reader.words.timeline;
  const facts = [
    ...(place === null ? [] : [words.place(name(place.name))]),
    ...(occurred === null ? [] : [words.occurred(worldTime(occurred, reader))]),
    ...(reportedAt === null ? [] : [words.reported(worldTime(reportedAt, reader))]),
    ...evidence.flatMap(({ url }) =>
      /^https?:\/\//i.test(url)
        ? [
            html`${words.evidence}${reader.words.colon}
              <a class="outside" href="${url}" rel="nofollow noreferrer">${url}</a>`,
          ]
        : [],
    ),
  ];
  return facts.length === 0 ? null : html`<p class="quiet">${joined(facts, ' · ')}</p>`;
}
