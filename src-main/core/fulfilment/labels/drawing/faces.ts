import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { unwrapWoff } from './woff.ts'

const FILES = {
  regular: 'plus-jakarta-sans-*-400-normal.woff',
  semibold: 'plus-jakarta-sans-*-600-normal.woff',
  bold: 'plus-jakarta-sans-*-700-normal.woff',
  heavy: 'plus-jakarta-sans-*-800-normal.woff',
  code: 'ibm-plex-mono-*-500-normal.woff',
  codeBold: 'ibm-plex-mono-*-600-normal.woff',
} as const

export type Face = keyof typeof FILES

/** The font files are cut by script; a letter is looked for in this order. */
export const SUBSETS = ['latin', 'latin-ext'] as const
export type Subset = (typeof SUBSETS)[number]

export interface Faces {
  /** Font bytes by `face/subset`, the name they are registered under. */
  files: Map<string, Buffer>
}

export const faceKey = (face: Face, subset: Subset): string => `${face}/${subset}`

/** Reads the twelve font files from the resources folder; the caller knows where a packaged app keeps it. */
export async function loadFaces(fontsFolder: string): Promise<Faces> {
  const files = await Promise.all(
    (Object.keys(FILES) as Face[]).flatMap((face) =>
      SUBSETS.map(
        async (subset) =>
          [
            faceKey(face, subset),
            unwrapWoff(await readFile(join(fontsFolder, FILES[face].replace('*', subset)))),
          ] as const,
      ),
    ),
  )
  return { files: new Map(files) }
}
