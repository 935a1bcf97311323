/** The introduction of the archive's OpenAPI document, in Markdown. */
export const about = `Running stories, as of any moment.

- **Nobody signs in.** Everything is public. No operation needs a key, and \`security\` is empty.
- **Time.** \`asOf\` is system time: the state as recorded by that moment, inclusive. \`validAt\` is valid time: what was true
  in the world at that moment. Both are RFC 3339 with a zone (minutes are enough), or a date alone, which means the end of
  that day in the newsroom's zone. Without them, the answer is as of now.
- **Pages.** A long list gives its first items. \`next\` is the address of the next page, which shows the same state. On the
  last page it is null.
- **Totals.** \`total\` is the number of items in all. Every list of one story has it: \`developments\`, \`claims\`,
  \`questions\`, \`corrections\`, the assertions of a claim, the values of a variable. The claims of a party and \`/stories\`
  have it too. It is null for filtered claims in a story of more than 5,000 claims. It is null for \`/stories\` if a count
  would look at more than 1,000 stories. \`/corrections\` and \`/changes\` of all stories have no total.
- **Search.** \`q\` also finds other forms of a word, in the language of its text: \`inspections\` finds inspection.
  \`evacuat*\` finds any ending. A star needs three letters before it. All stars of a search may match a hundred words in
  total; for more, the answer is 400. Each story found has a \`snippet\`: the matching text, as of the moment.
- **Caching.** Every state has a strong \`ETag\`; \`If-None-Match\` gives 304. \`HEAD\` works wherever \`GET\` does.
- **Problems.** Every error is \`application/problem+json\` (RFC 9457). Programs compare its \`code\`.
- **Growth.** Answers may get new members: ignore those that you do not know.`;
