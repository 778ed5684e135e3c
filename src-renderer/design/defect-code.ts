/**
 * `LB-4F2A`: a short name for a defect, the same each time the same thing breaks, so that two reports can be matched.
 * Hashed (FNV-1a) from the name, the message without its numbers and ids, and the first place in the stack.
 */
export function defectCode(defect: unknown): string {
  const { name, message, stack } = defect instanceof Error ? defect : new Error(String(defect))
  const place = /at .*?([\w-]+\.\w+:\d+)/.exec(stack ?? '')?.[1] ?? ''
  const text = `${name}|${message.replace(/[0-9a-f]{8}-[0-9a-f-]{27}|\d+/gi, '#')}|${place}`
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  return `LB-${(((hash >>> 16) ^ hash) & 0xffff).toString(16).toUpperCase().padStart(4, '0')}`
}

/** What "Salin rincian" copies: enough to find the place, nothing a buyer could be recognised by. */
export function defectDetails(defect: unknown, code: string, place: string): string {
  const { name, message, stack } = defect instanceof Error ? defect : new Error(String(defect))
  return [code, `${name}: ${message}`, place, stack ?? ''].join('\n')
}
