import type { Channel } from './order.ts'

/** What a channel writes for the letters that it keeps to itself. */
const MASKED = /[*•]/

/** A channel that masks a name, a number or an address has not given it: it is shown as it came, and nobody copies it. */
export const isMasked = (text: string): boolean => MASKED.test(text)

/**
 * A phone number as WhatsApp wants it, digits alone with the country in front: `0813-2870-5516` is `6281328705516`. Null when
 * it is masked, missing or no mobile number. https://faq.whatsapp.com/5913398998672934
 */
export function whatsAppNumber(phone: string): string | null {
  if (isMasked(phone)) return null
  const digits = phone.replace(/\D/g, '').replace(/^00/, '')
  const whole = digits.startsWith('0') ? `62${digits.slice(1)}` : /^8\d{8,11}$/.test(digits) ? `62${digits}` : digits
  const isIndonesian = /^628\d{7,11}$/.test(whole)
  const isForeign = phone.trim().startsWith('+') && !whole.startsWith('62') && /^[1-9]\d{7,14}$/.test(whole)
  return isIndonesian || isForeign ? whole : null
}

/** Opens a chat with that number, the words already written; nothing is sent until the person sends it. */
export const whatsAppLink = (number: string, text: string): string =>
  `https://wa.me/${number}?text=${encodeURIComponent(text)}`

/** The order at its channel; Shopee's page has no address by order number, so there one looks for it. Null where we know no address. */
export function sellerCentreLink(channel: Channel, orderNumber: string): string | null {
  switch (channel) {
    case 'shopee':
      return 'https://seller.shopee.co.id/portal/sale/order'
    case 'tiktok':
      // an invoice of Tokopedia's own time has no page there
      if (orderNumber.startsWith('INV/')) return null
      return `https://seller-id.tokopedia.com/order/detail?order_no=${encodeURIComponent(orderNumber)}`
    case 'other':
    case 'own':
      return null
  }
}
