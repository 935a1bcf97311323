import { isSilent } from '#story';
import { capital } from '#wordings';
import { html, inPhrase, joined, type Html } from './html.js';
import { quantityOf } from './quantity.js';
import { anchorOf, enumerated, inLanguage, name, phrase, textIn, translationTags } from './reader.js';
import { swatch } from './status-pattern.js';
import { askedWords, chainWords, whoIs, type ClaimView, type PageContext } from './page-context.js';
import { momentTime, worldTime } from './when.js';

/** One claim: its text, its status with the reasons, its assertions with their chains, and its flags. */
export function claimBlock(claim: ClaimView, context: PageContext): Html {
  const { reader, story } = context;
  const { words } = reader;
  const said = textIn(claim.text, reader, story) ?? { text: claim.id, language: reader.language };
  const quantity = quantityOf(claim, reader);
  const status = words.status[claim.status];
  const flags = claim.flags.map((flag) => flagWords(flag, context, claim.kind));
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
        ${sayings(claim, context)}
        ${total > items.length && html`<li class="quiet">${words.story.moreSaid(total - items.length)}</li>`}
      </ul>`
    }
    ${
      flags.length > 0 &&
      html`<ul class="flags">
        ${flags.map((flag) => html`<li>${flag}</li>`)}
      </ul>`
    }
    ${claim.decidedBy !== null && html`<p class="quiet">${inPhrase(capital(words.decision.by), deciders(claim.decidedBy, context))}</p>`}
    ${claim.occurred !== null && html`<p class="quiet">${words.story.inTheWorld(worldTime(claim.occurred, reader))}</p>`}
  </li>`;
}

/** Whether a later decision superseded or annulled this decision. */
const hasEnded = ({ kind, flags }: Pick<ClaimView, 'kind' | 'flags'>): boolean =>
  kind === 'decision' && flags.some(({ flag, by = [] }) => ENDS.has(flag) && by.length > 0);

const ENDS: ReadonlySet<string> = new Set(['superseded', 'annulled']);

const deciders = (parties: NonNullable<ClaimView['decidedBy']>, context: PageContext): Html =>
  enumerated(
    parties.map(({ id, name: called }) => context.names.get(id) ?? name(called)),
    context.reader,
  );

/** What each origin says, oldest first. Outlets that relay an origin share its line: they are no separate origin. */
function sayings({ assertions }: ClaimView, context: PageContext): readonly Html[] {
  const { words } = context.reader;
  const byOrigin = new Map<string, { readonly stance: string; readonly chains: Map<string, Html> }>();
  for (const { stance, origin, chain, also = [] } of [...assertions.items].reverse()) {
    const key = `${stance} ${origin}`;
    const group = byOrigin.get(key) ?? {
      stance: capital(words.stance[stance]),
      chains: new Map<string, Html>(),
    };
    byOrigin.set(key, group);
    for (const each of [chain, ...also]) {
      const words = isSilent(stance) ? askedWords(each, context) : chainWords(each, context);
      if (words.markup !== '') group.chains.set(words.markup, words);
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
  context: PageContext,
  kind: ClaimView['kind'],
): Html {
  const { reader } = context;
  const { words } = reader;
  const people = who.map((id) => whoIs(id, context));
  const overruled = kind === 'decision' && flag === 'superseded';
  const phrase = overruled ? words.decision.superseded : words.flag[flag];
  const said = inPhrase(capital(phrase), enumerated(people, reader));
  if (by.length === 0) return said;
  // Only flags of this type refer to claims.
  const link = words.linkedClaim[flag as keyof typeof words.linkedClaim];
  const links = by.map((id) =>
    context.claims.has(id) ? html`<a href="#${anchorOf('claim', id)}">${link}</a>` : html`${link}`,
  );
  return html`${said}${words.colon} ${enumerated(links, reader)}`;
}
