/*
 * Who is asking, and where it leads. Plain functions, so that they are tested without Electron.
 */

interface Frame {
  readonly origin: string
}

/**
 * Whether a message comes from the top frame of a page of ours. A frame that navigated or closed meanwhile is null; a
 * frame inside the page is not the page. https://www.electronjs.org/docs/latest/tutorial/security item 17
 */
export const isFromOurPage = (
  { senderFrame, sender }: { senderFrame: Frame | null; sender: { mainFrame: Frame } },
  origin: string,
): boolean => senderFrame !== null && senderFrame === sender.mainFrame && senderFrame.origin === origin

/**
 * Whether an address belongs to the app. `URL.origin` is "null" for schemes of one's own, so scheme and host are compared.
 * @param page The address the window was opened with: `lumbung://app/`, or the development server's.
 */
export function isSamePlace(address: string, page: string): boolean {
  const asked = URL.parse(address)
  const ours = new URL(page)
  return asked !== null && asked.protocol === ours.protocol && asked.host === ours.host && asked.username === ''
}

/** Sign-in pages, seller centres and a chat with a buyer; the only places Lumbung ever sends a person to. */
const KNOWN_HOSTS = new Set([
  'seller.shopee.co.id',
  'partner.shopeemobile.com',
  'open.shopee.com',
  'seller-id.tokopedia.com',
  'seller-id.tiktok.com',
  'services.tiktokshop.com',
  'auth.tiktok-shops.com',
  'wa.me',
])

/** The address as it may be opened in the system's browser, or null. */
export function knownLink(address: string): string | null {
  const url = URL.parse(address)
  const isKnown = url?.protocol === 'https:' && KNOWN_HOSTS.has(url.host) && url.username === '' && url.password === ''
  return isKnown ? url.href : null
}
