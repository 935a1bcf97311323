import type { Site } from '#formats';
import {
  RECORDED_STANCES,
  type Figure,
  type RecordedStance,
  type Status,
  type Territory,
  type Text,
} from '#story';

import { capital } from '#wordings';
import { html, type Html } from './html.js';
import { documentOf } from './layout.js';
import { momentForm } from './moment-form.js';
import { quantityOf } from './quantity.js';
import { addressOf, anchorOf, inLanguage, name, phrase, textIn, type Reader } from './reader.js';
import { patterns, swatch } from './status-pattern.js';
import { momentTime, sharedMinutes } from './when.js';

/** The result of `partyPage` of #projections. */
export interface PartyView {
  readonly id: string;
  readonly name: string;
  readonly asOf: string | null;
  readonly record: Readonly<
    Record<
      RecordedStance,
      {
        readonly total: number;
        readonly takenBack: number;
        readonly byStatus: Readonly<Partial<Record<Status, number>>>;
      }
    >
  >;
  readonly claims: {
    readonly total: number;
    readonly next: string | null;
    readonly items: readonly {
      readonly story: string;
      readonly headline: Text;
      readonly claim: string;
      readonly text: Text;
      readonly territory: Territory | null;
      readonly figure: Figure | null;
      readonly stance: RecordedStance;
      readonly takenBackAt: string | null;
      readonly spokeAt: string;
      readonly status: Status;
    }[];
  };
}

export interface PartyPage {
  readonly party: PartyView;
  readonly cursor: string | null;
  readonly site: Site;
  readonly reader: Reader;
}

/** The HTML page of a party's record as of a moment: in numbers, and claim by claim. */
export function partyPageOf({ party, cursor, site, ...page }: PartyPage): string {
  const reader = { ...page.reader, minutes: sharedMinutes(party.claims.items) };
  const { party: words, moment } = reader.words;
  const { asOf } = reader;
  const path = `/parties/${party.id}`;
  const { next, items } = party.claims;
  return documentOf({
    site,
    reader,
    title: `${party.name} – ${site.name}`,
    here: { path, parameters: { asOf, cursor } },
    head: html`<link
      rel="alternate"
      type="application/json"
      href="${addressOf(`/v1/parties/${party.id}`, { asked: null }, { asOf })}"
    />`,
    main: html`<article class="party">
      <header class="headline">
        <h1>${name(party.name)}</h1>
        <p class="lede">${words.about(name(party.name))}</p>
        <p>
          <a href="${addressOf('/', reader, { party: party.id, asOf })}"
            >${words.namedIn(name(party.name))}</a
          >
        </p>
      </header>
      <section class="moment${asOf === null ? '' : ' past'}" aria-label="${moment.choose}">
        ${asOf !== null && html`<p class="moment-shown">${words.past(momentTime(asOf, reader))} <a class="now" href="${addressOf(path, reader)}">${moment.seeNow}</a></p>`}
        ${momentForm(path, asOf, reader)}
      </section>
      ${patterns()}
      <section class="part" aria-labelledby="record">
        <h2 id="record">${words.record}</h2>
        <p class="about">${words.recordAbout}</p>
        ${recordTable(party, reader)}
      </section>
      <section class="part" aria-labelledby="claims">
        <h2 id="claims">${words.claims}</h2>
        ${
          items.length === 0
            ? html`<p>${words.nothing}</p>`
            : html`<ol class="claims">
                ${items.map((item) => claimOf(item, reader))}
              </ol>`
        }
        ${
          next !== null &&
          html`<nav aria-label="${words.claims}">
            <p><a rel="next" href="${next}">${words.next}</a></p>
          </nav>`
        }
      </section>
    </article>`,
  });
}

function recordTable({ record }: PartyView, reader: Reader): Html {
  const { party: words, status: statuses } = reader.words;
  const became = (by: PartyView['record'][RecordedStance]['byStatus']): Html => {
    const counts = Object.entries(by) as [Status, number][];
    if (counts.length === 0) return html`–`;
    return html`<ul class="became">
      ${counts.map(([status, n]) => html`<li>${swatch(status)} ${capital(statuses[status].name)} <b>${n}</b></li>`)}
    </ul>`;
  };
  return html`<table class="record">
    <thead>
      <tr>
        <td></td>
        <th scope="col">${words.total}</th>
        <th scope="col">${words.takenBack}</th>
        <th scope="col">${words.became}</th>
      </tr>
    </thead>
    <tbody>
      ${RECORDED_STANCES.map((taken) => {
        const { total, takenBack, byStatus } = record[taken];
        return html`<tr>
          <th scope="row">${words.stance[taken].title}</th>
          <td class="number">${total}</td>
          <td class="number">${takenBack}</td>
          <td>${became(byStatus)}</td>
        </tr>`;
      })}
    </tbody>
  </table>`;
}

function claimOf(item: PartyView['claims']['items'][number], reader: Reader): Html {
  const { party: words, status: statuses } = reader.words;
  const said = textIn(item.text, reader) ?? { text: reader.words.changes.claim, language: reader.language };
  const headline = textIn(item.headline, reader);
  const quantity = quantityOf(item, reader);
  const story = addressOf(`/stories/${item.story}`, reader, { asOf: reader.asOf });
  return html`<li class="claim">
    <h3><a href="${story}#${anchorOf('claim', item.claim)}" ${inLanguage(said, reader)}>${said.text}</a></h3>
    <p>
      ${words.said(words.stance[item.stance].one, momentTime(item.spokeAt, reader))}${item.takenBackAt !== null && html`, <strong>${words.tookBack(momentTime(item.takenBackAt, reader))}</strong>`}${reader.words.semicolon}
      ${words.inStory(headline ? phrase(item.headline, reader) : html`${reader.words.changes.withdrawn}`)}
    </p>
    <p class="status">
      ${swatch(item.status)} <strong>${capital(statuses[item.status].name)}</strong>
      <span class="quiet">${statuses[item.status].meaning}</span>
    </p>
    ${quantity && html`<p class="quantity"><strong>${quantity.amount}</strong> ${quantity.of}</p>`}
  </li>`;
}
