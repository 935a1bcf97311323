/** The description of the desk's document, in Markdown. */
export const about = `Editors record the developments of running stories, and read them as of any moment.

- **Sign-in.** People sign in, and have the cookie of a session. Programs send \`Authorization: Bearer …\` with a token
  that an administrator makes. Each operation names the roles that may use it; others get 403.
- **Idempotent.** A write with an \`Idempotency-Key\` may be repeated, also after a restart: the repeat gets the first
  answer. The same key with another body is refused.
- **Optimistic concurrency.** \`If-Match\` says which state you saw. A write fails only if its target has changed since:
  two different developments never conflict.
- **Dry runs.** \`?dryRun=true\` checks a write and answers 200 with its effects; nothing is recorded. The effects are the
  statuses that would change, the warnings, the public events, and what would be scheduled. A few writes have no dry run,
  and refuse the parameter.
- **Positions and revisions** are those of the desk log. \`public\` has those of the public log, or null if readers do not see
  the change.
- **Refusals.** Every error is \`application/problem+json\` (RFC 9457). Programs compare its \`code\`.
- **Growth.** Answers may get new members: ignore those that you do not know.`;
