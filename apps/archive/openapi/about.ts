/** What the archive's document says first: Markdown. */
export const about = `Running stories, as of any moment.

- **Nobody signs in.** All of it is public, so no operation asks for a key, and \`security\` is empty.
- **Time.** \`asOf\` is what was known by a moment, inclusive; \`validAt\` is what held in the world at one. RFC 3339 with a
  zone (minutes are enough), or a date alone, which means the end of that day in the newsroom's zone. Without them it is what is known now.
- **Pages.** A long list gives its first items, and in \`next\` the address of the rest, of the same state; \`next\` is null
  at the end. \`total\` is how many there are in all. Every list of one story has it: \`developments\`, \`claims\` (null where
  some were chosen of more than 5,000), \`questions\`, \`corrections\`, the assertions of a claim, the values of a variable. So
  have the claims of a party, and \`/stories\`: null there where more than 1,000 stories would have to be looked at.
  \`/corrections\` and \`/changes\` over all stories have none: they are not counted to the end for a page of them.
- **Search.** \`q\` finds other forms of a word too, in the language of its text: \`inspections\` finds inspection. \`evacuat*\`
  finds what begins so: three letters at least, and at most a hundred words for all stars of a search, else 400. Each story that is
  found has a \`snippet\`: where it was found, as of the moment.
- **Caching.** Every state has a strong \`ETag\`; \`If-None-Match\` gives 304. \`HEAD\` is answered wherever \`GET\` is.
- **Refusals.** Every error is \`application/problem+json\` (RFC 9457). Its \`code\` is what programs compare.
- **Growth.** Members may be added to answers: read those that you know, and let others be.`;
