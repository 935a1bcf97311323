import { partsIn, type PartView, type StateView } from '#projections';
import type { DevelopmentKind, Figure, Place, Stance, Status, Territory, Text } from '#story';
import { capital, fieldName } from '#wordings';
import { html, inPhrase, joined, type Html } from './html.js';
import { quantityOf } from './quantity.js';
import { anchorOf, inLanguage, name, phrase, textIn, type Reader } from './reader.js';
import { chainWords, whoIs, type ChainView, type DevelopmentView, type PageContext } from './page-context.js';
import { momentTime, worldTime } from './when.js';

export type CorrectionView = StateView['corrections']['items'][number];

/** What a page knows of the claims and developments that a correction may concern. */
export interface Corrected {
  /** The text of a claim before or after the correction; null if unknown. */
  readonly claim: (id: string, when: 'was' | 'is') => Text | null;
  /** The claims on this page, to which it can link. */
  readonly onPage?: ReadonlySet<string>;
  readonly developments: readonly DevelopmentView[];
}

/** A correction: its time and subject, each field before and after, and the notice of the newsroom. */
export function correctionBlock(correction: CorrectionView, known: Corrected, context: PageContext): Html {
  const { reader } = context;
  const subject = (part: PartView): Html | null => partOf(part, known, context);
  return html`<li class="correction" id="${anchorOf('correction', correction.id)}">
    <p class="entry-head">
      ${momentTime(correction.at, reader)}
      <strong>${capital(reader.words.correction[correction.class])}</strong>
      ${subjectOf(correction, subject, reader)}
    </p>
    ${correctionBody(correction, known, subject, context)}
  </li>`;
}

/** The subject of a correction in words; null for a headline or lede, because the name of the field says it. */
type Subject = (part: PartView) => Html | null;

/** The notice and the changes. A correction of several things has the subject before each part. */
export function correctionBody(
  correction: CorrectionView,
  known: Corrected,
  subject: Subject,
  context: PageContext,
): Html {
  const { reader, story } = context;
  const said = textIn(correction.notice, reader, story);
  const changes = ({ changes: all }: Pick<CorrectionView, 'changes'>): Html =>
    html`<dl class="was-is">${all.map((change) => changeOf(change, known, context))}</dl>`;
  const body =
    'parts' in correction
      ? correction.parts.map((part) => {
          const of = subject(part);
          return html`${of && html`<p>${capital(reader.words.correction[correction.class])} ${of}</p>`}
          ${changes(part)}`;
        })
      : changes(correction);
  return html`${said && html`<p class="notice" ${inLanguage(said, reader)}>${said.text}</p>`} ${body}`;
}

/** The subject of a correction; null if it concerns several things. */
export function subjectOf(correction: CorrectionView, subject: Subject, { words }: Reader): Html | null {
  if ('grounds' in correction) return html`${words.removed(words.grounds[correction.grounds])}`;
  const [part] = partsIn(correction);
  return 'parts' in correction || !part ? null : subject(part);
}

function partOf(
  part: PartView,
  { claim, onPage, developments }: Corrected,
  context: PageContext,
): Html | null {
  const { reader, story } = context;
  const words = reader.words.correctionOf;
  if ('heading' in part) return null;
  if ('claim' in part) {
    const text = claim(part.claim, 'was');
    const called = textIn(text, reader, story)
      ? phrase(text, reader, story)
      : html`${reader.words.changes.claim}`;
    const there = onPage?.has(part.claim) === true;
    return words.claim(there ? html`<a href="#${anchorOf('claim', part.claim)}">${called}</a>` : called);
  }
  const development = developments.find(({ id }) => id === part.development);
  if (!development) return html`${words.unknown}`;
  const when = html`<a href="#${anchorOf('development', development.id)}"
    >${momentTime(development.recordedAt, reader)}</a
  >`;
  return words.development(reader.words.kind[development.kind], when);
}

/** One changed field, before and after. In the public log the values may be withheld. */
function changeOf(change: CorrectionView['changes'][number], known: Corrected, context: PageContext): Html {
  const { reader } = context;
  const words = reader.words.correctionOf;
  const field = fieldName(change.field, reader.words);
  if ('withheld' in change)
    return html`<div>
      <dt>${field}</dt>
      <dd>${words.changed(field)}</dd>
    </div>`;
  if (change.field === 'text' || change.field === 'headline' || change.field === 'lede') {
    const was = change.field === 'text' ? words.was : words.wasHeading[change.field];
    return html`<div>
      <dt>${field}</dt>
      ${textChange(change.was as Text | null, change.is as Text | null, was, context)}
    </div>`;
  }
  const shown = (when: 'was' | 'is'): Html =>
    valueOf(change.field, change[when], (id) => known.claim(id, when), context);
  return html`<div>
    <dt>${field}</dt>
    <dd>${words.was}${reader.words.colon} <del>${shown('was')}</del></dd>
    <dd>${words.is}${reader.words.colon} <ins>${shown('is')}</ins></dd>
  </div>`;
}

/** A text before and after: in the page's language if it changed there, else in all languages that changed. */
function textChange(
  was: Text | null,
  is: Text | null,
  before: string,
  { reader }: PageContext,
): readonly Html[] {
  const words = reader.words.correctionOf;
  const tags = [...new Set([...Object.keys(was ?? {}), ...Object.keys(is ?? {})])].filter(
    (tag) => was?.[tag] !== is?.[tag],
  );
  const own = tags.filter((tag) => tag.split('-', 1)[0] === reader.language);
  return (own.length > 0 ? own : tags).flatMap((language) => {
    const said = (text: string | undefined): Html =>
      text === undefined
        ? html`${words.nothing}`
        : html`<span${inLanguage({ text, language }, reader)}>${text}</span>`;
    return [
      html`<dd>${before}${reader.words.colon} <del>${said(was?.[language])}</del></dd>`,
      html`<dd>${words.is}${reader.words.colon} <ins>${said(is?.[language])}</ins></dd>`,
    ];
  });
}

/** The id of an unnamed source: it is not for readers. */
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The value of a field in words. */
function valueOf(
  field: string,
  value: unknown,
  claim: (id: string) => Text | null,
  context: PageContext,
): Html {
  const { reader, story } = context;
  const { words } = reader;
  const list = (values: readonly Html[]): Html =>
    values.length === 0 ? html`${words.correctionOf.nothing}` : joined(values, `${words.semicolon} `);
  if (value === null || value === undefined) return html`${words.correctionOf.nothing}`;
  switch (field) {
    case 'kind':
      return html`${words.kind[value as DevelopmentKind]}`;
    case 'verdict':
      return html`${words.status[value as Status].name}`;
    case 'significance':
      return html`${words.significance[value as DevelopmentView['significance']]}`;
    case 'occurred':
    case 'reportedAt':
      return worldTime(value as string, reader);
    case 'place':
      return name((value as Place).name);
    case 'figure':
    case 'territory': {
      const measured = { figure: null, territory: null, [field]: value } as {
        figure: Figure | null;
        territory: Territory | null;
      };
      const quantity = quantityOf(measured, reader)!;
      return html`<strong>${quantity.amount}</strong> ${quantity.of}`;
    }
    case 'decidedBy':
      return list((value as readonly { readonly name: string }[]).map((party) => name(party.name)));
    case 'attribution':
      return list((value as readonly ChainView[]).map((chain) => chainWords(chain, context)));
    case 'claims':
    case 'raises':
      return list(
        (value as readonly { readonly text: Text }[]).map(({ text }) => phrase(text, reader, story)),
      );
    case 'assertions':
      return list(
        (
          value as readonly { readonly claim: string; readonly stance: Stance; readonly origin: string }[]
        ).map(({ claim: id, stance, origin }) => {
          const said = claim(id);
          const what = textIn(said, reader, story)
            ? phrase(said, reader, story)
            : html`${words.changes.claim}`;
          const who = UUID.test(origin) && !context.names.has(origin) ? null : whoIs(origin, context);
          return html`${who ?? words.chain.undescribed(1)}${words.colon} ${words.stance[stance]},
          ${inPhrase(words.quoted, what)}`;
        }),
      );
    case 'evidence':
      return list(
        (value as readonly { readonly url: string }[]).map(
          ({ url }) => html`<span class="address">${url}</span>`,
        ),
      );
    case 'answers':
      return list((value as readonly string[]).map(name));
    default:
      return typeof value === 'string' ? name(value) : html`${JSON.stringify(value)}`;
  }
}
