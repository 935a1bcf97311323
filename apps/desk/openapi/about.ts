/** What the desk's document says first: Markdown. */
export const about = `Editors record the developments of running stories, and read them as of any moment.

- **Nobody signs in yet.** The desk listens on its own machine alone, and refuses other hosts and pages of other origins;
  no operation asks for a key, and \`security\` is empty.
- **Sent twice, done once.** A write with an \`Idempotency-Key\` may be repeated, also after a restart: it gives the first
  answer. The same key with another body is refused.
- **What you saw.** \`If-Match\` says which state a change is made of. It fails only where the very thing that you change has
  changed since: two different developments never conflict.
- **Before, not after.** \`?dryRun=true\` on a write checks it as it is and answers 200 with what would become of it: which
  statuses would move and why, the warnings, what readers would be told, and what would wait. Nothing is recorded. The few
  writes for which that makes no sense say so, and refuse it.
- **Positions and revisions** are the desk's; \`public\` has the archive's, null where the world does not see it.
- **Refusals.** Every error is \`application/problem+json\` (RFC 9457). Its \`code\` is what programs compare.
- **Growth.** Members may be added to answers: read those that you know, and let others be.`;
