import { eventIterator, oc } from '@orpc/contract'
import { z } from 'zod'
import { accessContract } from './access/access.contract.ts'
import { backupContract } from './backup/backup.contract.ts'
import { bankContract } from './bank/bank.contract.ts'
import { cashContract } from './cash/cash.contract.ts'
import { catalogContract } from './catalog/catalog.contract.ts'
import { channelsContract } from './channels/channels.contract.ts'
import { fileMappingsContract } from './channels/file-mappings.contract.ts'
import { productFilesContract } from './channels/product-files.contract.ts'
import { fulfilmentContract } from './fulfilment/fulfilment.contract.ts'
import { householdContract } from './household/household.contract.ts'
import { inventoryContract } from './inventory/inventory.contract.ts'
import { ledgerContract } from './ledger/ledger.contract.ts'
import { listingsContract } from './listings/listings.contract.ts'
import { ordersContract } from './orders/orders.contract.ts'
import { payoutsContract } from './payouts/payouts.contract.ts'
import { privacyContract } from './privacy/privacy.contract.ts'
import { purchasingContract } from './purchasing/purchasing.contract.ts'
import { reportsContract } from './reports/reports.contract.ts'
import { returnsContract } from './returns/returns.contract.ts'
import { settingsContract } from './settings/settings.contract.ts'
import { settlementsContract } from './settlements/settlements.contract.ts'
import { orderActsContract } from './sync/order-acts.contract.ts'
import { syncContract } from './sync/sync.contract.ts'
import { workContract } from './work/work.contract.ts'

/** The whole API: the window, the command line, tests and OpenAPI all speak this one value. */
export const contract = {
  access: accessContract,
  settings: settingsContract,
  catalog: catalogContract,
  ledger: ledgerContract,
  inventory: inventoryContract,
  purchasing: purchasingContract,
  settlements: settlementsContract,
  orders: ordersContract,
  fulfilment: fulfilmentContract,
  returns: returnsContract,
  payouts: payoutsContract,
  channels: channelsContract,
  fileMappings: fileMappingsContract,
  productFiles: productFilesContract,
  cash: cashContract,
  household: householdContract,
  bank: bankContract,
  reports: reportsContract,
  listings: listingsContract,
  sync: syncContract,
  orderActs: orderActsContract,
  work: workContract,
  backup: backupContract,
  privacy: privacyContract,
  changes: {
    /**
     * After each commit, the rooms it touched and the procedures (`orders.list`) whose answers may be others now. Windows ask
     * again for what they show of those answers.
     */
    watch: oc
      .route({ method: 'GET', path: '/changes' })
      .output(eventIterator(z.object({ rooms: z.array(z.string()), answers: z.array(z.string()) }))),
  },
}
