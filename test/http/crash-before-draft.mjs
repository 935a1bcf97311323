// Loaded into a newsroom with --import: while the file DRAFT_CRASH exists, the process is killed when it is about to delete
// a draft that was recorded.
import { existsSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';
import { Drafts } from '#drafts';

const { DRAFT_CRASH = '' } = process.env;

if (isMainThread) {
  const { delete: remove } = Drafts.prototype;
  Drafts.prototype.delete = function (...draft) {
    if (existsSync(DRAFT_CRASH)) process.kill(process.pid, 'SIGKILL');
    return remove.apply(this, draft);
  };
}
