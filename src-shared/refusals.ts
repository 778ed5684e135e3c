import { accessRefusals } from './access/access.refusals.ts'
import { backupRefusals } from './backup/backup.refusals.ts'
import { bankRefusals } from './bank/bank.refusals.ts'
import { cashRefusals } from './cash/cash.refusals.ts'
import { catalogRefusals } from './catalog/catalog.refusals.ts'
import { channelsRefusals } from './channels/channels.refusals.ts'
import { fileMappingRefusals } from './channels/file-mappings.refusals.ts'
import { fileRefusals } from './channels/files.refusals.ts'
import { productFileRefusals } from './channels/product-files.refusals.ts'
import { fulfilmentRefusals } from './fulfilment/fulfilment.refusals.ts'
import { inventoryRefusals } from './inventory/inventory.refusals.ts'
import { actRefusals } from './kernel/act.refusals.ts'
import { storageRefusals } from './kernel/storage.refusals.ts'
import { ledgerRefusals } from './ledger/ledger.refusals.ts'
import { sumRefusals } from './ledger/sum.refusals.ts'
import { unusualRefusals } from './ledger/unusual.refusals.ts'
import { listingsRefusals } from './listings/listings.refusals.ts'
import { ordersRefusals } from './orders/orders.refusals.ts'
import { payoutsRefusals } from './payouts/payouts.refusals.ts'
import { privacyRefusals } from './privacy/privacy.refusals.ts'
import { purchasingRefusals } from './purchasing/purchasing.refusals.ts'
import { returnsRefusals } from './returns/returns.refusals.ts'
import { settingsRefusals } from './settings/settings.refusals.ts'
import { settlementsRefusals } from './settlements/settlements.refusals.ts'
import { syncRefusals } from './sync/sync.refusals.ts'

/** Every "no" the business can say. */
export const refusals = {
  ...accessRefusals,
  ...privacyRefusals,
  ...settingsRefusals,
  ...catalogRefusals,
  ...ledgerRefusals,
  ...inventoryRefusals,
  ...purchasingRefusals,
  ...settlementsRefusals,
  ...ordersRefusals,
  ...fulfilmentRefusals,
  ...returnsRefusals,
  ...payoutsRefusals,
  ...channelsRefusals,
  ...listingsRefusals,
  ...syncRefusals,
  ...fileRefusals,
  ...fileMappingRefusals,
  ...productFileRefusals,
  ...cashRefusals,
  ...bankRefusals,
  ...storageRefusals,
  ...actRefusals,
  ...sumRefusals,
  ...unusualRefusals,
  ...backupRefusals,
}
export type RefusalCode = keyof typeof refusals
