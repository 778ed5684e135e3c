import { LIMITS } from '../limits.ts'
import { ownText } from '../own-text.ts'
import { damaged } from '../refuse.ts'
import type { SourceFile } from '../sheet.ts'
import { readXml } from './xml-reader.ts'
import type { ZipArchive } from './zip-archive.ts'

/** `_x000D_` stands for a character that XML cannot carry (ECMA-376 part 1, 22.9.2.19). */
export const unescaped = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9a-fA-F]{4})_/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text

/** The workbook's list of texts; cells point into it by position. */
export async function readSharedStrings(file: SourceFile, zip: ZipArchive, path: string | null): Promise<string[]> {
  const strings: string[] = []
  if (path === null || !zip.has(path)) return strings
  let text = ''
  let isText = false
  let phonetic = 0
  await readXml(file, zip.unpack(path), {
    open(name) {
      if (name === 'si') text = ''
      else if (name === 't') isText = phonetic === 0
      else if (name === 'rPh') phonetic++
    },
    text(piece) {
      if (!isText) return
      text += piece
      if (text.length > LIMITS.cellCharacters) throw damaged(file.name, 'cell too long')
    },
    close(name) {
      if (name === 'si') strings.push(ownText(unescaped(text)))
      else if (name === 't') isText = false
      else if (name === 'rPh') phonetic--
    },
  })
  return strings
}
