import { createHash } from 'node:crypto'
import type { Database } from 'better-sqlite3'

/**
 * The stock ledger is chained by hashes as the journal is. Who did what stands in a trail that is only ever appended to, chained
 * too; into it goes each row of the few tables that change and still must not change unseen (`database/registers.ts`).
 */
export const name = 'what was done stays provable'

const TRAIL = /* sql */ `
ALTER TABLE stock_movement ADD COLUMN hash TEXT CHECK (length(hash) = 43);

CREATE TABLE trail (
  seq INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  actor TEXT NOT NULL DEFAULT 'owner' REFERENCES actor (id),
  -- the computer or telephone it was done at; empty of the program's own
  place TEXT NOT NULL,
  -- what was asked for, as in the contract; empty of the program's own
  procedure TEXT NOT NULL,
  -- which act it was, and the ids, days and amounts it was about: nothing of a person
  act_id TEXT,
  about TEXT NOT NULL CHECK (json_valid(about)),
  -- a row of a table that may be changed, as it stands from here on; no contents: it is gone
  register TEXT,
  key TEXT,
  contents TEXT CHECK (json_valid(contents)),
  hash TEXT NOT NULL CHECK (length(hash) = 43),
  CHECK ((register IS NULL) = (key IS NULL)),
  CHECK (contents IS NULL OR register IS NOT NULL)
) STRICT;
CREATE INDEX trail_of_register ON trail (register, key, seq) WHERE register IS NOT NULL;
CREATE INDEX trail_of_act ON trail (act_id) WHERE act_id IS NOT NULL;
CREATE INDEX trail_by_actor ON trail (actor, seq) WHERE register IS NULL;
CREATE TRIGGER trail_fixed BEFORE UPDATE ON trail BEGIN SELECT RAISE(ABORT, 'seal: the trail is append-only'); END;
CREATE TRIGGER trail_kept BEFORE DELETE ON trail BEGIN SELECT RAISE(ABORT, 'seal: the trail is append-only'); END;
`

interface Movement {
  id: number
  text: string
}

export function run(raw: Database): void {
  raw.exec(TRAIL)
  const [seal] = raw.prepare("SELECT sql FROM sqlite_schema WHERE name = 'movement_fixed'").pluck().all() as string[]
  raw.exec('DROP TRIGGER movement_fixed')
  const some = raw.prepare(`
    SELECT id, json_array(id, variant_id, day, at, kind, document_kind, document_id, effect, generation, reverses, corrects,
      basis, comes_back, pieces, costed, cost) AS text
    FROM stock_movement WHERE id > ? ORDER BY id LIMIT 5000`)
  const keep = raw.prepare('UPDATE stock_movement SET hash = ? WHERE id = ?')
  let previous = ''
  for (let last = 0; ; ) {
    const movements = some.all(last) as Movement[]
    for (const { id, text } of movements) {
      previous = createHash('sha256').update(`${previous}${text}`).digest('base64url')
      keep.run(previous, id)
      last = id
    }
    if (movements.length === 0) break
  }
  raw.exec(seal!)
}
