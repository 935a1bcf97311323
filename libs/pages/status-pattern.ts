import { STATUSES, type Status } from '#story';
import { html, type Html } from './html.js';

/**
 * The patterns that distinguish statuses without colour: the more certain, the denser. A page defines them once, and lanes and
 * swatches refer to them. Their lines have the colour of the status, on its background.
 */
export function patterns(): Html {
  return html`<svg class="patterns" width="0" height="0" aria-hidden="true" focusable="false">
    <defs>
      ${STATUSES.map(
        (status) =>
          html`<pattern
            id="${patternOf(status)}"
            class="s-${status}"
            width="8"
            height="8"
            patternUnits="userSpaceOnUse"
          >
            <rect
              class="ground"
              width="8"
              height="8"
            />${LINES[status] !== '' && html`<path class="lines" d="${LINES[status]}" />`}
          </pattern>`,
      )}
    </defs>
  </svg>`;
}

const patternOf = (status: Status): string => `pattern-${status}`;
export const fillOf = (status: Status): string => `url(#${patternOf(status)})`;

const RISING = 'M-2 2L2 -2M0 8L8 0M6 10L10 6';
const FALLING = 'M-2 6L2 10M0 0L8 8M6 -2L10 2';

/** Paths in a repeated tile of 8 by 8 pixels. */
const LINES: Readonly<Record<Status, string>> = {
  verified: '',
  announced: 'M7.5 0V8',
  'mostly-true': 'M0 5.5H4',
  confirmed: 'M0 7.5H8',
  corroborated: 'M0 3.5H8M0 7.5H8',
  'party-confirmed': `${RISING}M-2 6L6 -2M2 10L10 2`,
  claimed: RISING,
  reported: 'M1 1h1v1h-1zM5 5h1v1h-1z',
  disputed: `${RISING}${FALLING}`,
  denied: 'M2 0V8M6 0V8',
  'missing-context': 'M2 2h4v4h-4z',
  misleading: 'M0 2L4 6L8 2',
  unproven: 'M2 1V4M6 5V8',
  refuted: 'M0 2H8M0 6H8M2 0V8M6 0V8',
  withdrawn: FALLING,
  unsupported: 'M3.5 3.5h1v1h-1z',
  unverified: 'M0 3.5H3M5 3.5H8',
};

/** A small sample of a status's pattern, shown before the name of the status. */
export const swatch = (status: Status): Html =>
  html`<svg class="swatch s-${status}" width="16" height="16" aria-hidden="true" focusable="false">
    <rect class="edge" x=".5" y=".5" width="15" height="15" fill="${fillOf(status)}" />
  </svg>`;
