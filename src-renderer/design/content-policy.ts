/** The nonce of this page, which a style element must carry; without a policy (`npm run dev`) any will do. */
export const styleNonce = (): string =>
  document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? ''

/** As browsers have it; TypeScript's own library does not know it yet. https://developer.mozilla.org/docs/Web/API/Trusted_Types_API */
interface TrustedTypes {
  createPolicy(name: 'default', rules: { createHTML(text: string): string | null }): void
}

declare global {
  interface Window {
    trustedTypes?: TrustedTypes
    /** Where `get-nonce` looks, by which the dialogs' style elements get theirs. */
    __webpack_nonce__?: string
  }
}

/**
 * Lets the parts make their style elements, and nothing else, under our content security policy. Mantine writes CSS as
 * `innerHTML`, which trusted types hand to the policy named "default": text without a tag passes, markup never.
 */
export function obeyContentPolicy(): void {
  window.__webpack_nonce__ = styleNonce()
  window.trustedTypes?.createPolicy('default', { createHTML: (text) => (text.includes('<') ? null : text) })
}
