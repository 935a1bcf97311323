import type { BackupSchedule } from '#backup';
import { FileGone, type EventStore } from '#event-store';
import { HealthChecks, type AdvisoryHealth, type Health } from '#http';
import type { Publisher } from '#publishing';
import type { Webhooks } from '#webhooks';
import type { DeskParts } from '../recording/desk-parts.js';

export function healthChecksOf(
  { store, publicLog, models, webhooks, backups }: DeskParts,
  publisher: Publisher,
): HealthChecks {
  return new HealthChecks([
    () => storesHealth([store, publicLog]),
    () => {
      const { ok, caughtUp, detail } = models.desk.health;
      return { name: 'stories', ok: ok && caughtUp, detail };
    },
    () => {
      const { ok, caughtUp, reason } = publisher.health;
      const detail = reason ?? (caughtUp ? 'up to date' : 'catching up');
      return { name: 'publisher', ok: ok && caughtUp, detail };
    },
    ...(webhooks ? [() => webhooksHealth(webhooks)] : []),
    ...(backups ? [() => backupHealth(backups)] : []),
  ]);
}

/** Both logs as one check: what the desk records must become public as well. */
function storesHealth(stores: readonly EventStore[]): Health {
  const all = stores.map((store) => store.health());
  const { state, reason } = all.find((health) => health.state !== 'ready') ?? all[0]!;
  const damages = all.reduce((n, health) => n + health.damages.length, 0);
  const writes =
    damages === 0 ? 'takes writes' : `takes writes; damaged in ${damages} place(s): run dateline verify`;
  return { name: 'store', ok: state === 'ready', detail: reason ?? (state === 'ready' ? writes : state) };
}

/** Failed deliveries do not make the desk unready. A lost state file does: nothing is kept any more. */
function webhooksHealth({ health: { gone, fault } }: Webhooks): Health {
  const detail = gone === null ? (fault ?? 'sends') : new FileGone(gone).message;
  return { name: 'webhooks', ok: gone === null, detail };
}

function backupHealth({ health: { ok, detail } }: BackupSchedule): AdvisoryHealth {
  return { name: 'backup', ok, detail, advisory: true };
}
