import { PurchaseList } from './PurchaseList.tsx'
import { usePurchaseAddress } from './purchase-address.ts'
import { ReceivePage } from './ReceivePage.tsx'
import { RestockPage } from './RestockPage.tsx'

/** Pembelian: what came from suppliers, and Terima Barang. */
export function PurchasesPage() {
  const { address } = usePurchaseAddress()
  if (address.form === 'restock') return <RestockPage />
  return address.form ? <ReceivePage key={address.form === 'correct' ? address.id : 'new'} /> : <PurchaseList />
}
