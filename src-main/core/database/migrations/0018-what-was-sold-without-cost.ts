/**
 * Goods without a cost that were sold, lost or given away have sums of their own: what only travels to its buyer has no part in a
 * profit yet, and the statements ask for all the rest at once. Goods of an order are sold with its entry `sale`, unless that was taken
 * back on the same day.
 */
export const name = 'what was sold without cost'

const saleOf = (row: 'NEW' | 'uncosted_issue') => `(
    SELECT min(s.day) FROM entry s WHERE s.document_kind = 'order' AND s.document_id = ${row}.document_id AND s.effect = 'sale'
      AND s.generation > 0 AND NOT EXISTS (SELECT 1 FROM entry r WHERE r.reverses = s.id AND r.day = s.day))`

const add = (row: 'NEW' | 'OLD', sign: '' | '-') => `
  INSERT INTO uncosted_sold SELECT ${row}.sold_day, ${row}.variant_id, ${sign}${row}.pieces WHERE ${row}.sold_day IS NOT NULL
    ON CONFLICT (day, variant_id) DO UPDATE SET pieces = pieces + excluded.pieces;
  INSERT INTO uncosted_sold_month SELECT substr(${row}.sold_day, 1, 7), ${row}.variant_id, ${sign}${row}.pieces
    WHERE ${row}.sold_day IS NOT NULL
    ON CONFLICT (month, variant_id) DO UPDATE SET pieces = pieces + excluded.pieces;`

const removeOld = `${add('OLD', '-')}
  DELETE FROM uncosted_sold WHERE day = OLD.sold_day AND variant_id = OLD.variant_id AND pieces = 0;
  DELETE FROM uncosted_sold_month WHERE month = substr(OLD.sold_day, 1, 7) AND variant_id = OLD.variant_id AND pieces = 0;`

export const sql = `
-- NULL while the goods travel to their buyer
ALTER TABLE uncosted_issue ADD COLUMN sold_day TEXT;

CREATE TABLE uncosted_sold (
  day TEXT NOT NULL,
  variant_id TEXT NOT NULL REFERENCES variant (id),
  pieces INTEGER NOT NULL,
  PRIMARY KEY (day, variant_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE uncosted_sold_month (
  month TEXT NOT NULL,
  variant_id TEXT NOT NULL REFERENCES variant (id),
  pieces INTEGER NOT NULL,
  PRIMARY KEY (month, variant_id)
) STRICT, WITHOUT ROWID;

DROP TRIGGER uncosted_fixed;
CREATE TRIGGER uncosted_fixed BEFORE UPDATE OF document_kind, document_id, effect, variant_id, day, pieces ON uncosted_issue
BEGIN SELECT RAISE(ABORT, 'seal: pay and wait again'); END;

CREATE TRIGGER uncosted_sold_later AFTER UPDATE OF sold_day ON uncosted_issue WHEN NEW.sold_day IS NOT OLD.sold_day BEGIN${add('NEW', '')}${removeOld}
END;

CREATE TRIGGER uncosted_sold_at_once AFTER INSERT ON uncosted_issue BEGIN
  UPDATE uncosted_issue SET sold_day = CASE WHEN document_kind = 'order' THEN max(day, ${saleOf('NEW')}) ELSE day END
    WHERE document_kind = NEW.document_kind AND document_id = NEW.document_id AND effect = NEW.effect;
END;

CREATE TRIGGER uncosted_sold_paid AFTER DELETE ON uncosted_issue BEGIN${removeOld}
END;

UPDATE uncosted_issue SET sold_day = CASE WHEN document_kind = 'order' THEN max(day, ${saleOf('uncosted_issue')}) ELSE day END;
`
