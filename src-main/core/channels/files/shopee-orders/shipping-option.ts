const SERVICES = /^(reguler|regular|hemat|kargo|next ?day|same ?day|instant|instan|ekonomi|standard|ambil di)\b/i

/**
 * `Reguler (Cashless)-SPX Standard` is a service and a courier. Before booking only the service stands there
 * (`Hemat Kargo`), in older and some present-day rows only the courier (`SiCepat Halu`, `SPX Instant`).
 */
export function readShippingOption(text: string): { service: string; courier: string } {
  const dash = text.indexOf('-')
  if (dash >= 0) return { service: text.slice(0, dash).trim(), courier: text.slice(dash + 1).trim() }
  return SERVICES.test(text) ? { service: text, courier: '' } : { service: '', courier: text }
}
