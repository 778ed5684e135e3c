/** Where a key moves the cursor among `count` rows; null when the key is not about moving. */
export function movedRow(key: string, from: number, count: number, page: number): number | null {
  const last = count - 1
  const clamp = (index: number) => Math.max(0, Math.min(last, index))
  switch (key) {
    case 'ArrowDown':
      return clamp(from + 1)
    case 'ArrowUp':
      return clamp(from - 1)
    case 'PageDown':
      return clamp(from + page)
    case 'PageUp':
      return clamp(from - page)
    case 'Home':
      return 0
    case 'End':
      return Math.max(0, last)
    default:
      return null
  }
}
