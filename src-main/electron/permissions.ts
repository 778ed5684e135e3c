import type { Session } from 'electron'

/**
 * The one thing a page may do beyond showing itself: put text on the clipboard after a click ("Salin"). Electron's own
 * default is to approve everything. https://www.electronjs.org/docs/latest/tutorial/security
 */
const ALLOWED = 'clipboard-sanitized-write'

export function refuseAlmostAll(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, answer) => answer(permission === ALLOWED))
  session.setPermissionCheckHandler((_contents, permission) => permission === ALLOWED)
  session.setDevicePermissionHandler(() => false)
  session.setDisplayMediaRequestHandler((_request, answer) => answer(null))
  // a file made by the page itself (`<a download>` of a blob) gets the usual save dialog
  session.on('will-download', (event, item) => {
    if (!item.getURL().startsWith('blob:')) event.preventDefault()
  })
}
