import { isBankWallet } from '../../../src-shared/bank/bank.ts'
import type { Instant } from '../../../src-shared/kernel/business-day.ts'
import { DomainError } from '../../../src-shared/kernel/refusal.ts'
import { EVERYDAY } from '../../../src-shared/ledger/account-name.ts'
import type { Reader, Tx } from '../database/open.ts'
import { accountsIn } from '../ledger/ledger.repository.ts'
import { settingsOf } from '../settings/settings.repository.ts'
import type { ImportPlace } from './content-kind.ts'
import { channelOf } from './files/kind-facts.ts'
import { requireShopFor } from './shop-of-channel.ts'
import { saveShop, shops } from './shops.repository.ts'
import type { WaitingFile } from './staged-files.ts'

/** Where a file shall go: a shop, with a name one to be made on the way; or an account. */
export interface PlaceChosen {
  shopId: string | null
  newName: string | null
  account: string | null
}

/** The place chosen, when the file may go there. @throws NOT_ITS_PLACE, ACCOUNT_NOT_A_WALLET, SHOP_NOT_FOUND, WRONG_CHANNEL, SHOP_NAME_TAKEN */
export async function fittingPlace(
  read: Reader,
  { shopId, newName, account }: PlaceChosen,
  { name: fileName, file }: WaitingFile,
): Promise<ImportPlace> {
  const channel = channelOf(file.said)
  const belongs = channel === null ? 'account' : 'shop'
  if (channel === null) {
    if (account === null || shopId !== null) throw new DomainError('NOT_ITS_PLACE', { fileName, belongs })
    await requireWallet(read, account, fileName)
    return { shopId: null, account }
  }
  if (shopId === null || account !== null) throw new DomainError('NOT_ITS_PLACE', { fileName, belongs })
  if (newName === null) await requireShopFor(read, shopId, channel, fileName)
  else await requireFreeName(read, shopId, newName)
  return { shopId, account: null }
}

async function requireWallet(read: Reader, account: string, fileName: string) {
  const { keepsHousehold } = await settingsOf(read)
  const known = (await accountsIn(read, EVERYDAY)).find(({ code }) => code === account)
  const isOwn = known?.book === 'usaha' || keepsHousehold
  if (!known || !isBankWallet(known) || !isOwn) throw new DomainError('ACCOUNT_NOT_A_WALLET', { fileName, account })
}

/** @throws SHOP_NAME_TAKEN */
export async function requireFreeName(reader: Reader, id: string, name: string) {
  const known = await shops(reader)
  if (known.some((shop) => shop.id !== id && shop.name.toLowerCase() === name.toLowerCase()))
    throw new DomainError('SHOP_NAME_TAKEN', { name })
}

/** A shop with a new name stands before its file is taken in. */
export async function makePlace(tx: Tx, { shopId, newName }: PlaceChosen, { file }: WaitingFile, at: Instant) {
  const channel = channelOf(file.said)
  if (newName !== null && shopId !== null && channel !== null)
    await saveShop(tx, { id: shopId, channel, name: newName }, at)
}
