import type { StatusHistory, StatusMove } from '#projections';
import { capital } from '#wordings';
import { html, type Html } from './html.js';
import { anchorOf, inLanguage, textIn } from './reader.js';
import { fillOf, swatch } from './status-pattern.js';
import type { ClaimView, PageContext } from './page-context.js';
import { momentTime, momentWords } from './when.js';

/** The most moments in a chart. It shows the newest ones. */
const STEPS = 30;
const HEIGHT = 28;
/** Pixels: the width of a letter, and of a whole lane on the narrowest screen and on a wide one. */
const LETTER = 8;
const NARROW = 270;
const WIDE = 620;

/**
 * The status of each claim over time. Each claim has a lane of bands, with the pattern and name of each status. The steps
 * are the moments at which the status of any claim changed. A list below each lane says the same. Lanes take the width of
 * the page, but letters keep their size, so the chart is legible on a small screen and on paper.
 */
export function statusChart(
  histories: readonly StatusHistory[],
  claims: readonly ClaimView[],
  context: PageContext,
): Html {
  const { chart } = context.reader.words;
  const moments = [...new Set(histories.flatMap(({ moves }) => moves.map(({ since }) => since)))].sort();
  const steps = moments.slice(-STEPS);
  const byClaim = new Map(histories.map((history) => [history.claim, history]));
  const lanes = claims.flatMap((claim) => {
    const history = byClaim.get(claim.id);
    return history && history.moves.length > 0 ? [lane(claim, history, steps, context)] : [];
  });
  if (lanes.length === 0) return html``;
  return html`<figure class="chart" aria-labelledby="chart">
    <h3 id="chart">${chart.title}</h3>
    <p class="quiet">${chart.about}</p>
    <p class="axis quiet">
      ${momentTime(steps[0]!, context.reader)}
      <span>${chart.steps(steps.length)}</span> ${momentTime(steps.at(-1)!, context.reader)}
    </p>
    <ol class="lanes">
      ${lanes}
    </ol>
  </figure>`;
}

interface Band {
  readonly status: StatusMove['status'];
  /** Steps from the left. */
  readonly from: number;
  readonly to: number;
}

/** The bands of a lane. A status from before the first step begins at the left edge. */
export function bandsOf(moves: readonly StatusMove[], steps: readonly string[]): readonly Band[] {
  const first = steps[0]!;
  const bands = moves.map(({ status, since }, i) => {
    const next = moves[i + 1];
    const from = since < first ? 0 : steps.indexOf(since);
    return { status, from, to: !next ? steps.length : next.since < first ? 0 : steps.indexOf(next.since) };
  });
  return bands.filter(({ from, to }) => to > from);
}

function lane(
  claim: ClaimView,
  { moves, earlier }: StatusHistory,
  steps: readonly string[],
  context: PageContext,
): Html {
  const { reader, story } = context;
  const { chart, status: statuses } = reader.words;
  const said = textIn(claim.text, reader, story) ?? { text: claim.id, language: reader.language };
  const periods = moves.map(({ status, since }) =>
    chart.from(capital(statuses[status].name), momentWords(since, reader)),
  );
  const id = `lane-${claim.id}`;
  return html`<li class="lane">
    <p class="lane-claim">
      <a href="#${anchorOf('claim', claim.id)}" ${inLanguage(said, reader)}>${said.text}</a>
    </p>
    <svg
      class="band"
      role="img"
      aria-labelledby="${id}-title"
      aria-describedby="${id}-desc"
      width="100%"
      height="${HEIGHT}"
      focusable="false"
    >
      <title id="${id}-title">${chart.lane(said.text)}</title>
      <desc id="${id}-desc">${periods.join(`${reader.words.semicolon} `)}</desc>
      <line class="base" x1="0" x2="100%" y1="${HEIGHT / 2}" y2="${HEIGHT / 2}" />
      ${bandsOf(moves, steps).map((band) => bandMark(band, steps.length, capital(statuses[band.status].name)))}
    </svg>
    <ol class="moves">
      ${earlier && html`<li class="quiet">${chart.earlier}</li>`}
      ${moves.map(({ status, since }) => html`<li>${swatch(status)} ${capital(statuses[status].name)} <span class="quiet">${momentTime(since, reader)}</span></li>`)}
    </ol>
  </li>`;
}

function bandMark({ status, from, to }: Band, steps: number, label: string): Html {
  const percent = (n: number): string => `${Number(((100 * n) / steps).toFixed(3))}%`;
  const share = (to - from) / steps;
  const room = [...label].length * LETTER + 16;
  const fits = share * NARROW >= room ? 'fits' : share * WIDE >= room ? 'fits fits-wide' : null;
  return html`<svg class="s-${status}" x="${percent(from)}" width="${percent(to - from)}" height="${HEIGHT}">
    <rect class="under" width="100%" height="${HEIGHT}" />
    <rect class="edge" x="0" y="1" width="100%" height="${HEIGHT - 2}" fill="${fillOf(status)}" />
    ${fits !== null && html`<text class="${fits}" x="8" y="19">${label}</text>`}
  </svg>`;
}
