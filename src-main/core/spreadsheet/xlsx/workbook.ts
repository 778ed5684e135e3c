import { posix } from 'node:path'
import { LIMITS } from '../limits.ts'
import { damaged } from '../refuse.ts'
import type { SourceFile } from '../sheet.ts'
import { readXml, type XmlAttributes } from './xml-reader.ts'
import type { ZipArchive } from './zip-archive.ts'

interface WorkbookSheet {
  name: string
  hidden: boolean
  path: string
}

export interface Workbook {
  sheets: WorkbookSheet[]
  from1904: boolean
  sharedStringsPath: string | null
  stylesPath: string | null
}

interface Relation {
  id: string
  type: string
  path: string
}

/** Sheets in the order of their tabs, found through the relations: a lone sheet may well be called `sheet2.xml`. */
export async function readWorkbook(file: SourceFile, zip: ZipArchive, path: string): Promise<Workbook> {
  const relations = await readRelations(file, zip, path)
  const pathById = new Map(relations.map(({ id, path }) => [id, path]))
  const sheets: WorkbookSheet[] = []
  let from1904 = false
  await readXml(file, zip.unpack(path), {
    open(name, attributes) {
      if (name === 'workbookPr') from1904 = isTrue(attributes.date1904)
      if (name === 'sheet') {
        const sheetPath = pathById.get(relationId(attributes))
        if (!sheetPath || !zip.has(sheetPath) || sheets.length >= LIMITS.sheets) throw damaged(file.name, 'structure')
        sheets.push({
          name: attributes.name ?? '',
          hidden: (attributes.state ?? 'visible') !== 'visible',
          path: sheetPath,
        })
      }
    },
  })
  const pathOf = (type: string) => relations.find((relation) => relation.type === type)?.path ?? null
  return { sheets, from1904, sharedStringsPath: pathOf('sharedStrings'), stylesPath: pathOf('styles') }
}

/** Where the archive keeps its workbook; null when it is no XLSX file. */
export async function findWorkbook(file: SourceFile, zip: ZipArchive): Promise<string | null> {
  if (!zip.has('_rels/.rels')) return zip.has('xl/workbook.xml') ? 'xl/workbook.xml' : null
  const root = (await readRelations(file, zip, '')).find(({ type }) => type === 'officeDocument')
  return root && zip.has(root.path) ? root.path : null
}

async function readRelations(file: SourceFile, zip: ZipArchive, path: string): Promise<Relation[]> {
  const folder = posix.dirname(path)
  const relationsPath = posix.join(folder, '_rels', `${posix.basename(path)}.rels`)
  const relations: Relation[] = []
  if (!zip.has(relationsPath)) return relations
  await readXml(file, zip.unpack(relationsPath), {
    open(name, { Id = '', Type = '', Target = '', TargetMode = '' }) {
      // What lies outside the file is not looked at.
      if (name !== 'Relationship' || TargetMode === 'External') return
      const target = Target.startsWith('/') ? Target.slice(1) : posix.join(folder, Target)
      relations.push({ id: Id, type: Type.slice(Type.lastIndexOf('/') + 1), path: target })
    },
  })
  return relations
}

const isTrue = (text: string | undefined) => text === '1' || text === 'true'

/** `r:id`, whatever the writer calls `r`. */
const relationId = (attributes: XmlAttributes) =>
  Object.entries(attributes).find(([name]) => name.endsWith(':id'))?.[1] ?? ''
