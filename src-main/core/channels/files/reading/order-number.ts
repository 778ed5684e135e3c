/** `#2608011A2B3C4D` and `2608011a2b3c4d` are the order 2608011A2B3C4D: Shopee writes its letters large, and nobody a mark. */
export function plainOrderNumber(text: string): string {
  const bare = text.startsWith('#') ? text.slice(1).trim() : text
  return /^\d{6}[0-9a-z]{8}$/i.test(bare) ? bare.toUpperCase() : bare
}
