import { isSilent } from '#story';
import { capital } from '#wordings';
import { html, inPhrase, joined, type Html } from './html.js';
import { quantityOf } from './quantity.js';
import { anchorOf, enumerated, inLanguage, name, phrase, textIn, translationTags } from './reader.js';
import { swatch } from './status-pattern.js';
import { askedWords, chainWords, whoIs, type ClaimView, type PageContext } from './page-context.js';
import { momentTime, worldTime } from './when.js';

/** One claim: what it says, how sure it is and why, who says what of it through whom, and what else is to be known. */
export function claimBlock(claim: ClaimView, telling: PageContext): Html {
  const { reader, story } = telling;
  const { words } = reader;
  const said = textIn(claim.text, reader, story) ?? { text: claim.id, language: reader.language };
  const quantity = quantityOf(claim, reader);
  const status = words.status[claim.status];
  const flags = claim.flags.map((flag) => flagWords(flag, telling, claim.kind));
  const { total, items } = claim.assertions;
  return html`<li class="claim" id="${anchorOf('claim', claim.id)}">
    <h3${inLanguage(said, reader)}>${said.text}</h3>
    <p class="status">${swatch(claim.status)} <strong>${capital(status.name)}</strong>${hasEnded(claim) && html`, <strong>${words.decision.ended}</strong>`} <span class="quiet">${words.story.since(momentTime(claim.since, reader))}</span></p>
    ${translationTags(said, claim.languages, reader).map((tag) => html`<p class="quiet">${tag}</p>`)}
    ${quantity && html`<p class="quantity"><strong>${quantity.amount}</strong> ${quantity.of}</p>`}
    <p>${phrase(claim.explanation, reader)}</p>
    ${
      items.length > 0 &&
      html`<ul class="said">
        ${sayings(claim, telling)}
        ${total > items.length && html`<li class="quiet">${words.story.moreSaid(total - items.length)}</li>`}
      </ul>`
    }
    ${
      flags.length > 0 &&
      html`<ul class="flags">
        ${flags.map((flag) => html`<li>${flag}</li>`)}
      </ul>`
    }
    ${claim.decidedBy !== null && html`<p class="quiet">${inPhrase(capital(words.decision.by), deciders(claim.decidedBy, telling))}</p>`}
    ${claim.occurred !== null && html`<p class="quiet">${words.story.inTheWorld(worldTime(claim.occurred, reader))}</p>`}
  </li>`;
}

/** Whether a decision was made that another one has put an end to. */
const hasEnded = ({ kind, flags }: Pick<ClaimView, 'kind' | 'flags'>): boolean =>
  kind === 'decision' && flags.some(({ flag, by = [] }) => ENDS.has(flag) && by.length > 0);

const ENDS: ReadonlySet<string> = new Set(['superseded', 'annulled']);

const deciders = (parties: NonNullable<ClaimView['decidedBy']>, telling: PageContext): Html =>
  enumerated(
    parties.map(({ id, name: called }) => telling.names.get(id) ?? name(called)),
    telling.reader,
  );

/** What each origin says, oldest first; the outlets that relay it stand in one line, for they are no further origin. */
function sayings({ assertions }: ClaimView, telling: PageContext): readonly Html[] {
  const { words } = telling.reader;
  const byOrigin = new Map<string, { readonly stance: string; readonly chains: Map<string, Html> }>();
  for (const { stance, origin, chain, also = [] } of [...assertions.items].reverse()) {
    const key = `${stance} ${origin}`;
    const told = byOrigin.get(key) ?? {
      stance: capital(words.stance[stance]),
      chains: new Map<string, Html>(),
    };
    byOrigin.set(key, told);
    for (const each of [chain, ...also]) {
      const words = isSilent(stance) ? askedWords(each, telling) : chainWords(each, telling);
      if (words.markup !== '') told.chains.set(words.markup, words);
    }
  }
  return [...byOrigin.values()].map(
    ({ stance, chains }) =>
      html`<li>
        <b>${stance}${words.colon}</b>
        ${joined([...chains.values()], html`${words.semicolon} <i>${words.also}</i> `)}
      </li>`,
  );
}

export function flagWords(
  { flag, who = [], by = [] }: ClaimView['flags'][number],
  telling: PageContext,
  kind: ClaimView['kind'],
): Html {
  const { reader } = telling;
  const { words } = reader;
  const people = who.map((id) => whoIs(id, telling));
  const overruled = kind === 'decision' && flag === 'superseded';
  const phrase = overruled ? words.decision.superseded : words.flag[flag];
  const said = inPhrase(capital(phrase), enumerated(people, reader));
  if (by.length === 0) return said;
  // Only these flags have claims.
  const link = words.linkedClaim[flag as keyof typeof words.linkedClaim];
  const links = by.map((id) =>
    telling.claims.has(id) ? html`<a href="#${anchorOf('claim', id)}">${link}</a>` : html`${link}`,
  );
  return html`${said}${words.colon} ${enumerated(links, reader)}`;
}
