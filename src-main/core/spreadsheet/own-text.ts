/**
 * The same text in memory of its own. A piece cut from a larger text keeps all of that text alive in V8, so a few
 * kept cells would hold the whole unpacked sheet.
 */
export const ownText = (text: string): string => (text.length < 13 ? text : Buffer.from(text).toString())
