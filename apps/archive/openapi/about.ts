/** What the archive's document says first: Markdown. */
export const about = `Running stories, as of any moment.

- **Nobody signs in.** All of it is public, so no operation asks for a key, and \`security\` is empty.
- **Time.** \`asOf\` is what was known by a moment, inclusive; \`validAt\` is what held in the world at one. RFC 3339 with a
  zone (minutes are enough), or a date alone, which means the end of that day in the newsroom's zone. Without them it is what is known now.
- **Pages.** A long list gives its first items, and in \`next\` the address of the rest, of the same state; \`next\` is null
  at the end. A list of one story or party has \`total\` too (null for
  claims that were chosen of more than 5,000). Those of all stories (\`/stories\`, also searched,
  \`/corrections\`, \`/changes\`) have none: they are not counted to the end for a page of them.
- **Caching.** Every state has a strong \`ETag\`; \`If-None-Match\` gives 304. \`HEAD\` is answered wherever \`GET\` is.
- **Refusals.** Every error is \`application/problem+json\` (RFC 9457). Its \`code\` is what programs compare.
- **Growth.** Members may be added to answers: read those that you know, and let others be.`;
