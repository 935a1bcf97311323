import type { StateView } from '#projections';
import type { DevelopmentKind, Figure, Place, Stance, Status, Territory, Text } from '#story';
import { html, joined, type Html } from './html.js';
import { quantityOf } from './quantity.js';
import { anchorOf, inLanguage, name, phrase, textIn } from './reader.js';
import {
  chainWords,
  whoIs,
  type ChainView,
  type ClaimView,
  type DevelopmentView,
  type Telling,
} from './telling.js';
import { momentTime, worldTime } from './when.js';

export type CorrectionView = StateView['corrections']['items'][number];

/** What a correction may be of, as far as the page knows it. */
export interface Corrected {
  readonly claims: readonly Pick<ClaimView, 'id' | 'text'>[];
  readonly developments: readonly DevelopmentView[];
}

/** A correction, said openly: when and of what, for each field what it said and says, and the newsroom's notice. */
export function correctionBlock(correction: CorrectionView, known: Corrected, telling: Telling): Html {
  const { reader } = telling;
  return html`<li class="correction" id="${anchorOf('correction', correction.id)}">
    <p class="entry-head">
      ${momentTime(correction.at, reader)}
      <strong>${reader.words.correction[correction.class]}</strong> ${subjectOf(correction, known, telling)}
    </p>
    ${correctionBody(correction, known, telling)}
  </li>`;
}

/** What it says, without when and of what. */
export function correctionBody(
  { notice, changes }: Pick<CorrectionView, 'notice' | 'changes'>,
  known: Corrected,
  telling: Telling,
): Html {
  const { reader, story } = telling;
  const said = textIn(notice, reader, story);
  return html`${said && html`<p class="notice" ${inLanguage(said, reader)}>${said.text}</p>`}
    <dl class="was-is">${changes.map((change) => changeOf(change, known, telling))}</dl>`;
}

function subjectOf(correction: CorrectionView, { claims, developments }: Corrected, telling: Telling): Html {
  const { reader, story } = telling;
  const words = reader.words.correctionOf;
  if ('claim' in correction) {
    const claim = claims.find(({ id }) => id === correction.claim);
    const called = claim ? phrase(claim.text, reader, story) : whoIs(correction.claim, { names: new Map() });
    return words.claim(claim ? html`<a href="#${anchorOf('claim', claim.id)}">${called}</a>` : called);
  }
  if ('grounds' in correction) return html`${reader.words.grounds[correction.grounds]}`;
  const development = developments.find(({ id }) => id === correction.development);
  if (!development) return html`${words.unknown}`;
  const when = html`<a href="#${anchorOf('development', development.id)}"
    >${momentTime(development.recordedAt, reader)}</a
  >`;
  return words.development(reader.words.kind[development.kind], when);
}

/** In the public log a field may be withheld: then it says that it changed, and not from what. */
function changeOf(change: CorrectionView['changes'][number], known: Corrected, telling: Telling): Html {
  const { reader } = telling;
  const words = reader.words.correctionOf;
  const field = reader.words.field[change.field] ?? change.field;
  if ('withheld' in change)
    return html`<div>
      <dt>${field}</dt>
      <dd>${words.changed(field)}</dd>
    </div>`;
  if (change.field === 'text')
    return html`<div>
      <dt>${field}</dt>
      ${textChange(change.was as Text | null, change.is as Text | null, telling)}
    </div>`;
  const shown = (value: unknown): Html => valueOf(change.field, value, known, telling);
  return html`<div>
    <dt>${field}</dt>
    <dd>${words.was}${reader.words.colon} <del>${shown(change.was)}</del></dd>
    <dd>${words.is}${reader.words.colon} <ins>${shown(change.is)}</ins></dd>
  </div>`;
}

/** Of a text in several languages, those that became others; the page's own first. */
function textChange(was: Text | null, is: Text | null, { reader }: Telling): readonly Html[] {
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
      html`<dd>${words.was}${reader.words.colon} <del>${said(was?.[language])}</del></dd>`,
      html`<dd>${words.is}${reader.words.colon} <ins>${said(is?.[language])}</ins></dd>`,
    ];
  });
}

/** A field's value in words, by what the field holds. */
function valueOf(field: string, value: unknown, known: Corrected, telling: Telling): Html {
  const { reader, story } = telling;
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
      return html`${words.correctionOf.significance[value as DevelopmentView['significance']]}`;
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
      return list((value as readonly ChainView[]).map((chain) => chainWords(chain, telling)));
    case 'claims':
    case 'raises':
      return list(
        (value as readonly { readonly text: Text }[]).map(({ text }) => phrase(text, reader, story)),
      );
    case 'assertions':
      return list(
        (
          value as readonly { readonly claim: string; readonly stance: Stance; readonly origin: string }[]
        ).map(({ claim, stance, origin }) => {
          const named = known.claims.find(({ id }) => id === claim);
          const what = named ? phrase(named.text, reader, story) : name(claim);
          return html`${whoIs(origin, telling)}${words.colon} ${words.stance[stance].toLowerCase()},
          ${words.quoted(what)}`;
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
