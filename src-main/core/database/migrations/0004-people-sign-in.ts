/** People beside the owner: their roles, slow hashes of PINs and passwords, badges, and the waits after wrong tries. */
export const name = 'people sign in'

export const sql = /* sql */ `
CREATE TABLE role (name TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
INSERT INTO role VALUES ('owner'), ('manager'), ('packer'), ('live'), ('bookkeeper');

CREATE TABLE person (
  id TEXT PRIMARY KEY REFERENCES actor (id),
  role TEXT NOT NULL REFERENCES role (name),
  is_active INTEGER NOT NULL DEFAULT 1 CHECK (is_active IN (0, 1)),
  -- scrypt with its costs and salt, as one text; null: cannot sign in by typing
  secret TEXT,
  -- SHA-256 of a badge's code, whose 128 random bits need no slow hash
  badge TEXT UNIQUE,
  CHECK ((role = 'owner') = (id = 'owner'))
) STRICT, WITHOUT ROWID;
INSERT INTO person (id, role) VALUES ('owner', 'owner');

-- wrong tries in a row under a name ('person:…') and under all names together ('everyone')
CREATE TABLE sign_in_try (
  subject TEXT PRIMARY KEY,
  failures INTEGER NOT NULL CHECK (failures > 0),
  tried_at INTEGER NOT NULL,
  waits_until INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
`
