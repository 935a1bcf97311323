import type { BackupSchedule } from '#backup';
import type { FileState } from '#database';
import type { EventStore } from '#event-store';
import { HealthChecks, type AdvisoryHealth, type Health } from '#http';
import type { Publisher } from '#publishing';
import type { Webhooks } from '#webhooks';
import type { NoticeFile } from '../notices/notice-file.js';
import type { DeskParts } from '../recording/desk-parts.js';

export function healthChecksOf(
  { store, publicLog, models, webhooks, backups, staff, drafts, vault }: DeskParts,
  publisher: Publisher,
  notices: NoticeFile,
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
    () => fileHealth('staff', staff.staff.file),
    async () => {
      const fault = await staff.audit.fault();
      return { name: 'audit', ok: fault === null, detail: fault ?? USABLE };
    },
    () => fileHealth('drafts', drafts.file),
    // They follow from the desk log: the desk goes on without them.
    () => ({ ...fileHealth('notices', notices.file), advisory: true }),
    ...(vault ? [() => fileHealth('vault', vault.file)] : []),
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

const USABLE = 'can be read and written';

function fileHealth(name: string, { fault }: FileState): Health {
  return { name, ok: fault === null, detail: fault ?? USABLE };
}

/** Failed deliveries do not make the desk unready. A lost state file does: nothing is kept any more. */
function webhooksHealth(webhooks: Webhooks): Health {
  const { ok, detail } = fileHealth('webhooks', webhooks.file);
  return { name: 'webhooks', ok, detail: ok ? (webhooks.health.fault ?? 'sends') : detail };
}

function backupHealth({ health: { ok, detail } }: BackupSchedule): AdvisoryHealth {
  return { name: 'backup', ok, detail, advisory: true };
}
