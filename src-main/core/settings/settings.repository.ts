import type { Settings } from '../../../src-shared/settings/settings.ts'
import type { Reader, Tx } from '../database/open.ts'

/** Before first run. The start day is replaced at set-up. */
const DEFAULTS: Settings = {
  isSetUp: false,
  isPractice: false,
  businessName: '',
  city: '',
  ownerName: '',
  zone: 'WIB',
  startDay: '2000-01-01',
  keepsHousehold: true,
  partnerName: '',
  phone: '',
  address: '',
  businessNumber: '',
  language: 'id',
  accountingTerms: 'everyday',
  scheme: 'light',
  labelSize: '100x150',
  returnDays: 14,
  soundVolume: 70,
  verdictFlash: false,
  tickByHand: 'asked twice',
  closesByLastScan: true,
  scanner: null,
}

export async function settingsOf(reader: Reader): Promise<Settings> {
  const rows = await reader.selectFrom('setting').selectAll().execute()
  const stored = Object.fromEntries(
    rows.filter(({ name }) => name in DEFAULTS).map(({ name, value }) => [name, JSON.parse(value)]),
  )
  return { ...DEFAULTS, ...stored }
}

export async function saveSettings(tx: Tx, change: Partial<Settings>): Promise<void> {
  for (const [name, value] of Object.entries(change)) await remember(tx, name, value)
}

/** Small facts of the app itself live beside the settings, under names of their own. */
export async function remember(tx: Tx, name: string, value: unknown): Promise<void> {
  await tx
    .insertInto('setting')
    .values({ name, value: JSON.stringify(value) })
    .onConflict((conflict) => conflict.column('name').doUpdateSet((row) => ({ value: row.ref('excluded.value') })))
    .execute()
}

/** How a person reads and works, whatever the shop. */
export const OF_THE_PERSON = [
  'language',
  'accountingTerms',
  'scheme',
  'labelSize',
  'returnDays',
  'soundVolume',
  'verdictFlash',
  'tickByHand',
  'closesByLastScan',
  'scanner',
] as const satisfies readonly (keyof Settings)[]

/** When something was last recorded here: the clock is measured by it. */
export const OF_THE_LAPTOP = ['lastAct'] as const

/** All but these are as in a new shop. */
export async function forgetSettings(tx: Tx, but: readonly string[]): Promise<void> {
  await tx.deleteFrom('setting').where('name', 'not in', but).execute()
}

export async function recall<T>(reader: Reader, name: string): Promise<T | null> {
  const row = await reader.selectFrom('setting').select('value').where('name', '=', name).executeTakeFirst()
  return row ? (JSON.parse(row.value) as T) : null
}

export async function ordersKnown(reader: Reader): Promise<number> {
  const total = await reader
    .selectFrom('order_tab_total')
    .select(({ fn }) => fn.sum<number | null>('orders').as('orders'))
    .executeTakeFirst()
  return total?.orders ?? 0
}

/**
 * The shops at channels, and when the newest file of each was taken in that still stands; of a connected one, when its orders were
 * fetched last, if that is later.
 */
export async function shopsWithLastImport(reader: Reader) {
  const rows = await reader
    .selectFrom('shop')
    .leftJoin('import_run', (join) =>
      join.onRef('import_run.shop_id', '=', 'shop.id').on('import_run.withdrawn_at', 'is', null),
    )
    .leftJoin('connection', (join) =>
      join.onRef('connection.shop_id', '=', 'shop.id').on('connection.ended_at', 'is', null),
    )
    .leftJoin('sync_stream', (join) =>
      join.onRef('sync_stream.shop_id', '=', 'connection.shop_id').on('sync_stream.stream', '=', 'orders'),
    )
    .select(({ fn }) => [
      'shop.id',
      'shop.name',
      'shop.channel',
      fn.max('import_run.at').as('lastImportAt'),
      fn.max('sync_stream.succeeded_at').as('syncedAt'),
      fn.max('sync_stream.failures').as('failures'),
      fn.max('connection.connected_at').as('connectedAt'),
      fn.max('connection.consent_until').as('consentUntil'),
      fn.max('connection.broken_at').as('brokenAt'),
    ])
    .where('shop.archived_at', 'is', null)
    .where('shop.channel', '<>', 'own')
    .groupBy('shop.id')
    .orderBy('shop.created_at')
    .execute()
  return rows.map(({ lastImportAt, syncedAt, connectedAt, brokenAt, failures, ...shop }) => ({
    ...shop,
    isBroken: brokenAt !== null,
    isFailing: (failures ?? 0) > 0,
    isConnected: connectedAt !== null,
    lastImportAt: lastImportAt === null && syncedAt === null ? null : Math.max(lastImportAt ?? 0, syncedAt ?? 0),
  }))
}
