import { join } from 'node:path'
import type { Doors } from '../../src-main/core/database/open.ts'
import { makeShop } from '../../src-main/core/database/shop-file.ts'
import { SUNDAY } from './a-core.ts'
import { aFolder } from './a-folder.ts'

/**
 * A shop of today as an older Lumbung would have kept it, in a file made by the migrations up to that version: what it knew no table
 * or column for is left out. The words of searches are, too.
 */
export function aShopOfVersion({ raw: today }: Pick<Doors, 'raw'>, version: number): string {
  const file = join(aFolder(), 'lumbung.sqlite')
  makeShop(file, SUNDAY, {
    upTo: version,
    fill(raw) {
      raw.pragma('foreign_keys = OFF')
      raw.prepare('ATTACH ? AS today').run(today.name)
      const seals = raw.prepare("SELECT name, sql FROM main.sqlite_schema WHERE type = 'trigger'").all() as {
        name: string
        sql: string
      }[]
      const columns = (table: string, schema: 'main' | 'today') =>
        raw.prepare('SELECT name FROM pragma_table_info(?, ?)').pluck().all(table, schema) as string[]
      const tables = raw
        .prepare(
          "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%'",
        )
        .pluck()
        .all() as string[]
      raw.transaction(() => {
        for (const { name } of seals) raw.exec(`DROP TRIGGER "${name}"`)
        for (const table of tables) {
          const there = new Set(columns(table, 'today'))
          const both = columns(table, 'main')
            .filter((column) => there.has(column))
            .map((column) => `"${column}"`)
            .join(', ')
          raw.exec(
            `DELETE FROM main."${table}"; INSERT INTO main."${table}" (${both}) SELECT ${both} FROM today."${table}"`,
          )
        }
        for (const { sql } of seals) raw.exec(sql)
      })()
      raw.exec('DETACH today')
    },
  })
  return file
}
