/** What a person, or a service with a token, does in the newsroom. One may have several roles. */
export const ROLES = ['reporter', 'editor', 'publisher', 'custodian', 'auditor', 'administrator'] as const;

export type Role = (typeof ROLES)[number];

/** One sentence for each role: for documents and pages. */
export const ROLE_MEANING: Readonly<Record<Role, string>> = {
  reporter: 'Records developments, and corrects those that he or she recorded.',
  editor: 'Runs stories: all that a story needs, except what only a publisher may do.',
  publisher: 'Kills, takes down and removes; judges claims; keeps the directory of parties; imports.',
  custodian: 'Keeps protected sources.',
  auditor: 'Reads logs and the audit log, and exports stories. Writes nothing.',
  administrator: 'Manages staff, tokens and settings. Has no right to content by this role alone.',
};
