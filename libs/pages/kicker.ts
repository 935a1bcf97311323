import { html, type Html } from './html.js';
import { addressOf, name, type Reader } from './reader.js';
import { topicName } from './topics.js';

/** The topics and places of a story, each with a link to the stories that share it. */
export function kicker(
  {
    topics,
    places,
  }: { readonly topics: readonly string[]; readonly places: readonly { readonly name: string }[] },
  reader: Reader,
): Html | null {
  if (topics.length + places.length === 0) return null;
  const { asOf } = reader;
  const { story: words } = reader.words;
  const to = (parameters: Readonly<Record<string, string>>): string =>
    addressOf('/', reader, { asOf, ...parameters });
  return html`<div class="kicker">
    ${
      topics.length > 0 &&
      html`<ul aria-label="${words.topics}">
        ${topics.map((topic) => html`<li><a href="${to({ topic })}">${topicName(topic, reader.language)}</a></li>`)}
      </ul>`
    }
    ${
      places.length > 0 &&
      html`<ul aria-label="${words.places}">
        ${places.map((place) => html`<li><a href="${to({ place: place.name })}">${name(place.name)}</a></li>`)}
      </ul>`
    }
  </div>`;
}
