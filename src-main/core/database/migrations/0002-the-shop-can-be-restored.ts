/**
 * A shop knows how often it was restored: each time begins an epoch, so that what was told to others before is not taken for
 * what stands now. And each opening leaves its mark, by which a write-ahead log is known as this file's own
 * (`database/own-log.ts`).
 */
export const name = 'the shop can be restored'

export const sql = /* sql */ `
CREATE TABLE restore (
  epoch INTEGER PRIMARY KEY CHECK (epoch > 0),
  at INTEGER NOT NULL,
  actor TEXT NOT NULL DEFAULT 'owner' REFERENCES actor (id),
  -- the backup that was put in place, and when it had been made
  backup_id TEXT NOT NULL,
  backup_at INTEGER NOT NULL,
  -- where the file lies that stood here before; NULL where none did
  kept_file TEXT,
  -- acknowledged acts that were newer than the backup: brought back from the receipt journal, and not
  replayed INTEGER NOT NULL CHECK (replayed >= 0),
  not_replayed TEXT NOT NULL CHECK (json_valid(not_replayed))
) STRICT;

CREATE TRIGGER restore_fixed BEFORE UPDATE ON restore BEGIN SELECT RAISE(ABORT, 'seal: restores are append-only'); END;
CREATE TRIGGER restore_kept BEFORE DELETE ON restore BEGIN SELECT RAISE(ABORT, 'seal: restores are append-only'); END;

CREATE TABLE opening (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  mark TEXT NOT NULL
) STRICT;
`
