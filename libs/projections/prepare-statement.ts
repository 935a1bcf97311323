import type Database from 'better-sqlite3';

/**
 * Prepares a statement that stays prepared. SQLite compiles a statement again when a parameter gets a value that may need
 * another plan: in `column = ?` with an ORDER BY, and in LIMIT. That takes ten times as long as finding a row. A unary
 * plus before the parameter prevents it. No plan here depends on a value.
 */
export const prepareStatement = (db: Database.Database, sql: string): Database.Statement =>
  db.prepare(sql.replaceAll(/(= |LIMIT |OFFSET )(?=[?:])/g, '$1+'));
