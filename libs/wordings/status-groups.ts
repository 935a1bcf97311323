import type { Status } from '#story';

/**
 * The statuses by what a reader may do with a claim: repeat it, repeat it with its source, or neither. Within a group
 * the surest comes first.
 */
export const STATUS_GROUPS = {
  established: ['verified', 'mostly-true', 'announced', 'confirmed', 'corroborated'],
  claimed: ['party-confirmed', 'claimed', 'reported'],
  contested: [
    'unverified',
    'disputed',
    'denied',
    'missing-context',
    'misleading',
    'unproven',
    'refuted',
    'withdrawn',
    'unsupported',
  ],
} as const satisfies Readonly<Record<string, readonly Status[]>>;

export type StatusGroup = keyof typeof STATUS_GROUPS;
