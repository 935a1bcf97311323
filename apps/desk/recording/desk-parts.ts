import type { BackupSchedule } from '#backup';
import type { Drafts } from '#drafts';
import type { Clock, EventStore } from '#event-store';
import type { ReadModel } from '#projections';
import type { TrustedClock } from '#publishing';
import type { StaffParts } from '#staff';
import type { Vault } from '#vault';
import type { Webhooks } from '#webhooks';

/** The read models of this process: the desk's, and the archive's if it runs here. */
export abstract class ReadModels {
  abstract readonly desk: ReadModel;
  abstract readonly public?: ReadModel | undefined;
}

/** What the desk needs open before Nest starts. All providers of the desk are made from it. */
export abstract class DeskParts {
  /** The desk log: everything. */
  abstract readonly store: EventStore;
  /** The public log, to which the publisher appends. */
  abstract readonly publicLog: EventStore;
  abstract readonly models: ReadModels;
  /** Whether other desks may write to the same logs. */
  abstract readonly shared: boolean;
  /** Measures durations. */
  abstract readonly clock: Clock;
  /** Gives the time of recording and of release. */
  abstract readonly time: TrustedClock;
  /** IANA name of the newsroom's time zone. */
  abstract readonly zone: string;
  /** Null if this process sends no webhooks. */
  abstract readonly webhooks: Webhooks | null;
  /** Sign-in and rights. */
  abstract readonly staff: StaffParts;
  /** Protected sources; null if the newsroom has no vault. */
  abstract readonly vault: Vault | null;
  /** What editors write before they record it. */
  abstract readonly drafts: Drafts;
  /** Null if this process takes no backups. */
  abstract readonly backups: BackupSchedule | null;
  /** Path of the file with the notices. */
  abstract readonly noticesFile: string;
  /** How many streams of notices may be open at once. */
  abstract readonly maxFollowers: number;
  /** Path of the file with the publisher's checkpoint. */
  abstract readonly publisherCheckpoint: string;
}
