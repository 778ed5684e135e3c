import { settingsWords } from '../../../src-shared/settings/settings.words.ts'
import type { Reader } from '../database/open.ts'
import { settingsOf } from './settings.repository.ts'

/** What to call whoever did something: their own name, the owner's from the settings, else "the owner". */
export async function actorNames(reader: Reader): Promise<(actor: string) => string> {
  const { ownerName, language } = await settingsOf(reader)
  const rows = await reader.selectFrom('actor').selectAll().execute()
  const names = new Map(rows.map(({ id, name }) => [id, name]))
  return (actor) => names.get(actor) || ownerName || settingsWords[language].ownerName
}
