import type { BusinessDay, Instant } from '../../src-shared/kernel/business-day.ts'
import { DomainError } from '../../src-shared/kernel/refusal.ts'
import { accessRouter } from './access/access.router.ts'
import { type AccessNeeds, createAccess } from './access/access.service.ts'
import { api } from './api.ts'
import { backupRouter } from './backup/backup.router.ts'
import { createBackup } from './backup/backup.service.ts'
import type { OpenCore } from './backup/do-again.ts'
import { bankRouter } from './bank/bank.router.ts'
import { createBank } from './bank/bank.service.ts'
import { cashRouter } from './cash/cash.router.ts'
import { createCash } from './cash/cash.service.ts'
import { cashSteps } from './cash/cash-steps.ts'
import { catalogRouter } from './catalog/catalog.router.ts'
import { createCatalog } from './catalog/catalog.service.ts'
import type { ReadProductSheet } from './catalog/product-file.service.ts'
import { changesOf } from './changes.ts'
import { channelsRouter } from './channels/channels.router.ts'
import { createChannels } from './channels/channels.service.ts'
import { CONNECTORS } from './channels/connectors/connectors.ts'
import { fileMappingsRouter } from './channels/file-mappings.router.ts'
import { createFileMappings } from './channels/file-mappings.service.ts'
import { productFilesRouter } from './channels/product-files/product-files.router.ts'
import { createProductFiles } from './channels/product-files/product-files.service.ts'
import type { CoreNeeds } from './core-needs.ts'
import { emptied, keepBeforeEmptying } from './database/emptied.ts'
import { type Doors, EVERY_ROOM, type Tx } from './database/open.ts'
import { EFFECT_SOURCES } from './effect-sources.ts'
import { fulfilmentRouter } from './fulfilment/fulfilment.router.ts'
import { createFulfilment } from './fulfilment/fulfilment.service.ts'
import { householdRouter } from './household/household.router.ts'
import { createHousehold } from './household/household.service.ts'
import { inventoryRouter } from './inventory/inventory.router.ts'
import { createInventory } from './inventory/inventory.service.ts'
import { saveOpenings } from './inventory/opening-stock.service.ts'
import { restockNeed } from './inventory/restock-need.ts'
import { insertChart } from './ledger/ledger.repository.ts'
import { ledgerRouter } from './ledger/ledger.router.ts'
import { createLedger } from './ledger/ledger.service.ts'
import { listingsRouter } from './listings/listings.router.ts'
import { createListings } from './listings/listings.service.ts'
import { orderIdsOfListings } from './orders/orders.repository.ts'
import { ordersRouter } from './orders/orders.router.ts'
import { createOrders } from './orders/orders.service.ts'
import { settledSales } from './orders/sale-for-fees.ts'
import {
  settleOrders,
  settleOrdersOfNumbers,
  settleOrdersStillHere,
  settleReleasedHistory,
} from './orders/settle-orders.ts'
import type { ShopSecrets } from './outside.ts'
import { payoutsRouter } from './payouts/payouts.router.ts'
import { createPayouts } from './payouts/payouts.service.ts'
import { privacyRouter } from './privacy/privacy.router.ts'
import { createPrivacy } from './privacy/privacy.service.ts'
import { debtsDue, owedOnPurchase } from './purchasing/debts-due.ts'
import { purchasingRouter } from './purchasing/purchasing.router.ts'
import { createPurchasing } from './purchasing/purchasing.service.ts'
import { reportsRouter } from './reports/reports.router.ts'
import { createReports } from './reports/reports.service.ts'
import { createEvidence } from './returns/evidence.service.ts'
import { piecesAtReturns, piecesExpectedBack } from './returns/return-list.repository.ts'
import { returnsRouter } from './returns/returns.router.ts'
import { createReturns } from './returns/returns.service.ts'
import type { RoomNeeds } from './room-needs.ts'
import { settingsRouter } from './settings/settings.router.ts'
import { createSettings, type Practice } from './settings/settings.service.ts'
import { createFeeRates } from './settlements/fee-rates.service.ts'
import { settlementsRouter } from './settlements/settlements.router.ts'
import { createSettlements } from './settlements/settlements.service.ts'
import { createCostsInTheBackground } from './settling/costs-in-the-background.ts'
import { createMovingStartDay } from './settling/moving-start-day.ts'
import { createSettle } from './settling/settle.ts'
import { createSettleEverything, settlingEverything } from './settling/settle-everything.ts'
import { orderActsRouter } from './sync/acts/order-acts.router.ts'
import { createOrderActs } from './sync/acts/order-acts.service.ts'
import { createPractising } from './sync/practice/practising.service.ts'
import { syncRouter } from './sync/sync.router.ts'
import { createSync } from './sync/sync.service.ts'
import { createVerifying } from './verifying/verifying.ts'
import { createLongWork } from './work/long-work.ts'
import { workRouter } from './work/work.router.ts'

/** Movements of a SKU that are costed again within an act; where it would be more, that follows by itself. */
const AT_ONCE = 400

/** Where nobody practises: tests, the command line. */
const NO_PRACTICE: Practice = { fill: async () => {}, start: async () => null }

interface RoomsNeeds
  extends Pick<
    CoreNeeds,
    | 'now'
    | 'host'
    | 'resourcesFolder'
    | 'practice'
    | 'practiceMarkets'
    | 'outside'
    | 'recovery'
    | 'reopen'
    | 'connectors'
    | 'atOnceMs'
  > {
  doors: Doors
  /** What tokens of channels are sealed with. */
  secrets: ShopSecrets
  /** Whether anything is done unasked. */
  isAutomatic: boolean
  /** A core of another file, which no person uses: what a restore does again is done in it. */
  openCopy(file: string, now: () => Instant, recovery: AccessNeeds['recovery']): ReturnType<OpenCore>
}

/** Makes the rooms, each with what it needs of those above it, and joins them to one router. */
export function createRooms({
  doors,
  now,
  host,
  resourcesFolder,
  practice = NO_PRACTICE,
  practiceMarkets = null,
  outside,
  secrets,
  recovery,
  reopen = null,
  connectors = CONNECTORS,
  atOnceMs,
  isAutomatic,
  openCopy,
}: RoomsNeeds) {
  const needs: RoomNeeds = { read: doors.read, write: doors.write, rehearse: doors.rehearse, now }
  const work = createLongWork({ ...needs, tell: doors.tell, holdAnswers: doors.holdAnswers, atOnceMs })
  const isWorking = async () => (await work.underWay()).length > 0
  const costs = createCostsInTheBackground({ read: doors.read, onCommitted: doors.onCommitted, work })
  const { settle, settleAgain, recosting } = createSettle(EFFECT_SOURCES, now, {
    beyond: AT_ONCE,
    onWaiting: costs.wake,
  })
  costs.start(recosting)
  const everything = settlingEverything({ settleAgain, settleOrders: (tx, ids) => settleOrders(tx, settle, ids) })
  const settleEverything = createSettleEverything(everything, doors)
  const movingStartDay = createMovingStartDay({ settlingEverything: everything, read: doors.read, work, now })
  const beginBooksOn = (day: BusinessDay) => movingStartDay(day).outcome
  const withoutRows = async (tx: Tx) => {
    await emptied(tx)
    await insertChart(tx)
  }
  const settings = createSettings({
    ...needs,
    clock: doors.clock,
    host,
    practice,
    settleEverything,
    beginBooksOn,
    async emptyShop(tx) {
      if ((await work.underWay()).length > 0) throw new DomainError('WORK_UNDER_WAY')
      const kept = keepBeforeEmptying(doors.raw.name, now())
      await withoutRows(tx)
      return kept
    },
    emptyPractice: withoutRows,
  })
  const verifying = createVerifying({
    ...doors,
    file: doors.raw.name,
    now,
    outside,
    witnesses: (naming) => backup.witnesses(naming.language),
    isWorking,
    reopen,
  })
  const ledger = createLedger({
    ...needs,
    snapshot: doors.snapshot,
    settle,
    settleEverything,
    verifying,
    settleOwedAtStart: async (tx) => void (await settleReleasedHistory(tx, settle)),
  })
  const readProductSheet: ReadProductSheet = (file) => outside.doApart('product sheet', file)
  const inventory = createInventory({ ...needs, settle, piecesExpectedBack, readProductSheet })
  const purchasing = createPurchasing({ ...needs, settle })
  const cash = createCash({ ...needs, settle, owedOnPurchase })
  const bank = createBank({ ...needs, cash: cashSteps({ ...needs, settle, owedOnPurchase }) })
  const household = createHousehold({ ...needs, debtsDue, restockNeed })
  const catalog = createCatalog({
    ...needs,
    readProductSheet,
    ordersOfListings: {
      ids: orderIdsOfListings,
      settle: async (tx, ids) => void (await settleOrders(tx, settle, ids)),
    },
    work,
    settleOrdersStillHere: (tx, variantIds, since) => settleOrdersStillHere(tx, settle, variantIds, since),
    fillOpenings: (tx, lines, isMeant) => saveOpenings(tx, lines, { now: now(), settle, isMeant }),
  })
  const settlements = createSettlements({
    ...needs,
    settle,
    work,
    settleOrdersOfNumbers: async (tx, shopId, numbers) =>
      void (await settleOrdersOfNumbers(tx, settle, shopId, numbers)),
  })
  const rates = createFeeRates({ ...needs, settledSales })
  const orders = createOrders({ ...needs, settle, piecesAtReturns })
  const fulfilment = createFulfilment({ ...needs, heldState: doors.heldState, settle, resourcesFolder })
  const channels = createChannels({
    ...needs,
    settle,
    settlingEverything: everything,
    outside,
    work,
    beforeImport: () => backup.beforeImport(),
  })

  const sync = createSync({
    ...needs,
    tell: doors.tell,
    onCommitted: doors.onCommitted,
    settle,
    outside: { ...outside, secrets },
    connectors,
    random: Math.random,
  })

  const practising = createPractising({
    read: doors.read,
    write: doors.write,
    clock: doors.clock,
    now,
    sync,
    markets: practiceMarkets,
    tellAll: () => doors.tell([...EVERY_ROOM]),
  })

  const reports = createReports({ ...needs, shops: channels.shops })

  const backup = createBackup({
    ...doors,
    file: host.rescue?.file ?? host.copyOf?.file ?? doors.raw.name,
    copiedAt: host.copyOf?.at,
    isInPlaceOf: host.rescue !== undefined,
    appVersion: host.version,
    resourcesFolder,
    now,
    outside,
    isAutomatic,
    isWorking,
    reopen,
    sealSecretsAgain: () => sync.sealSecretsAgain(),
    requireOwner: (password) => access.requireOwner(password),
    openCore: (file, now) => openCopy(file, now, backup.recovery),
  })
  const access = createAccess({ ...needs, tell: doors.tell, recovery: recovery ?? backup.recovery })

  const privacy = createPrivacy({ ...needs, ...doors, outside, requireOwner: access.requireOwner })

  const changes = changesOf(doors)
  const router = api.router({
    access: accessRouter(access),
    settings: settingsRouter(settings),
    ledger: ledgerRouter(ledger),
    inventory: inventoryRouter(inventory),
    purchasing: purchasingRouter(purchasing),
    cash: cashRouter(cash),
    household: householdRouter(household),
    bank: bankRouter(bank),
    catalog: catalogRouter(catalog),
    settlements: settlementsRouter(settlements, rates),
    orders: ordersRouter(orders),
    fulfilment: fulfilmentRouter(fulfilment),
    payouts: payoutsRouter(createPayouts({ ...needs, settle })),
    returns: returnsRouter(createReturns({ ...needs, settle }), createEvidence(needs)),
    channels: channelsRouter(channels),
    fileMappings: fileMappingsRouter(createFileMappings({ ...needs, outside })),
    productFiles: productFilesRouter(createProductFiles({ read: doors.read, now, outside })),
    changes: { watch: api.changes.watch.handler(({ signal }) => changes.watch(signal)) },
    reports: reportsRouter(reports),
    sync: syncRouter(sync, practising),
    listings: listingsRouter(createListings({ ...needs, ...sync.publishing })),
    orderActs: orderActsRouter(createOrderActs({ ...needs, engine: sync.engine, connectorOf: sync.connectorOf })),
    work: workRouter(work),
    backup: backupRouter(backup),
    privacy: privacyRouter(privacy),
  })
  return {
    router,
    access,
    gateAt: access.gateAt,
    takeIn: orders.takeIn,
    takeInStatements: channels.takeInStatements,
    takeInSettlements: channels.takeInSettlements,
    settle,
    settlingEverything: everything,
    work,
    costs,
    backup,
    verifying,
    privacy,
    sync: sync.engine,
    practising,
  }
}
