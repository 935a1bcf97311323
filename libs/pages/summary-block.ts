import type { StateView } from '#projections';
import { capital } from '#wordings';
import { flagWords } from './claim-block.js';
import { html, type Html } from './html.js';
import { anchorOf, inLanguage, phrase, textIn } from './reader.js';
import { swatch } from './status-pattern.js';
import type { PageContext } from './page-context.js';
import { momentTime } from './when.js';

type SummaryView = NonNullable<StateView['summary']>;

/** The pinned summary: each key point with the status of its claim. */
export function summaryBlock({ text, points, pinnedAt }: SummaryView, context: PageContext): Html {
  const { reader, story } = context;
  const { words } = reader;
  const said = textIn(text, reader, story);
  return html`<section id="summary" class="part" aria-labelledby="summary-title">
    <h2 id="summary-title">${capital(words.summary)}</h2>
    <p class="about">${words.story.pinned(momentTime(pinnedAt, reader))}</p>
    ${said && html`<p${inLanguage(said, reader)}>${said.text}</p>`}
    ${
      points.length > 0 &&
      html`<ul class="points">
        ${points.map((point) => pointItem(point, context))}
      </ul>`
    }
  </section>`;
}

function pointItem({ text, claim }: SummaryView['points'][number], context: PageContext): Html {
  const words = phrase(text, context.reader, context.story);
  if (claim === null) return html`<li>${words}</li>`;
  const { name } = context.reader.words.status[claim.status];
  const ended = claim.flags.filter(({ flag }) => ENDED.has(flag));
  const status = html`<span class="status">${swatch(claim.status)} <b>${capital(name)}</b></span>`;
  const notes = ended.map(
    (flag) => html` <span class="quiet">${flagWords(flag, context, claim.kind)}</span>`,
  );
  const linked = context.claims.has(claim.id)
    ? html`<a href="#${anchorOf('claim', claim.id)}">${words}</a>`
    : words;
  return html`<li>${linked} ${status}${notes}</li>`;
}

const ENDED: ReadonlySet<string> = new Set(['superseded', 'restated', 'annulled']);
