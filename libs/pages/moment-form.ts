import { html, type Html } from './html.js';
import type { Reader } from './reader.js';
import { formValues } from './when.js';

/**
 * A form to choose a moment by day and time of day, in the newsroom's zone. It requests the same page with `date` and
 * `time`. The server redirects to the address of that moment.
 */
export function momentForm(
  path: string,
  shown: string | null,
  reader: Reader,
  kept: Readonly<Record<string, string | null>> = {},
): Html {
  const { moment: words } = reader.words;
  const { date, time } = shown === null ? { date: '', time: '' } : formValues(shown, reader);
  const hidden = Object.entries({ ...kept, lang: reader.asked }).flatMap(([name, value]) =>
    value === null ? [] : [html`<input type="hidden" name="${name}" value="${value}" />`],
  );
  return html`<form class="moment-form" method="get" action="${path}">
    <fieldset>
      <legend>${words.choose}</legend>
      ${hidden}
      <p>
        <label for="date">${words.date}</label
        ><input
          id="date"
          name="date"
          type="date"
          required
          min="0001-01-01"
          max="9999-12-31"
          value="${date}"
        />
      </p>
      <p>
        <label for="time">${words.clock(reader.zone)}</label
        ><input
          id="time"
          name="time"
          type="time"
          ${time.length > 5 && html` step="1"`}
          value="${time}"
          aria-describedby="time-hint"
        />
      </p>
      <p><button>${words.show}</button></p>
      <p class="quiet hint" id="time-hint">${words.clockHint}</p>
    </fieldset>
  </form>`;
}
