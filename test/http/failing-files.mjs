// Loaded into a newsroom with --import: SQLite fails on one file while the file FILE_FAULT exists. It has the name of the
// database, the code of the failure, and `all` statements or those that `write`, as JSON.
import Database from 'better-sqlite3';
import { existsSync, readFileSync } from 'node:fs';

const { FILE_FAULT = '' } = process.env;
const { prototype } = new Database(':memory:').prepare('SELECT 1').constructor;
for (const method of ['run', 'get', 'all', 'iterate']) {
  const work = prototype[method];
  prototype[method] = function (...values) {
    if (existsSync(FILE_FAULT)) {
      const { file, code, statements } = JSON.parse(readFileSync(FILE_FAULT, 'utf8'));
      const fails = statements === 'all' || !this.readonly;
      if (fails && this.database.name.endsWith(`/${file}`))
        throw new Database.SqliteError('It failed.', code);
    }
    return work.apply(this, values);
  };
}
