import type { DesktopBridge } from '../../src-shared/app/desktop-bridge.ts'

declare global {
  interface Window {
    /** Left by the preload of the desktop app; absent in a browser. */
    lumbung?: DesktopBridge
  }
}

/** The desktop app around this page, when there is one. */
export const desktop = (): DesktopBridge | undefined =>
  window.lumbung?.kind === 'electron' ? window.lumbung : undefined
