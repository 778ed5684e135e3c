import type { ClipboardEvent } from 'react'
import { addressLine, splitAddress } from '../../../src-shared/orders/pasted-address.ts'

/** Where a parcel goes and to whom, as the forms of own sales hold it. */
export interface BuyerFields {
  buyerName: string
  phone: string
  address: string
  city: string
  province: string
}

/**
 * A block copied from a chat, put into its fields; null for a text of one kind (a name, a street), which goes where it was pasted.
 * What stands in a field already stays, unless the block says otherwise.
 */
export function buyerPasted(event: ClipboardEvent): Partial<BuyerFields> | null {
  const block = event.clipboardData.getData('text')
  const found = splitAddress(block)
  const told = [found.name, found.phone, found.address, found.city, found.province, found.postcode].filter(Boolean)
  if (told.length < 2) return null
  event.preventDefault()
  const fields: BuyerFields = {
    buyerName: found.name.slice(0, 120),
    phone: found.phone,
    address: addressLine(found).slice(0, 500),
    city: found.city.slice(0, 80),
    province: found.province.slice(0, 80),
  }
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== ''))
}
