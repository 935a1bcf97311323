/** On which grounds something is removed from the public record. */
export const GROUNDS = ['wrong', 'safety', 'legal', 'privacy'] as const;
export type Grounds = (typeof GROUNDS)[number];

/** Whether the words leave the public log too. Content that was merely wrong stays there, hidden from readers. */
export const forgets = (grounds: Grounds): boolean => grounds !== 'wrong';
