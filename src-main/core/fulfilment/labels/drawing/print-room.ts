import { type Faces, loadFaces } from './faces.ts'
import { createTypesetter, type Typesetter } from './typesetter.ts'

interface PrintRoom {
  faces: Faces
  type: Typesetter
}

/**
 * Opens the fonts at the first print and keeps them; letters of one paper that they cannot draw are added to `lacking`. A
 * folder that could not be read is tried again the next time.
 */
export function printRoom(fontsFolder: string): (lacking: Set<string>) => Promise<PrintRoom> {
  let opened: Promise<PrintRoom> | undefined
  return async (lacking) => {
    opened ??= loadFaces(fontsFolder).then(
      (faces) => ({ faces, type: createTypesetter(faces) }),
      (reason: unknown) => {
        opened = undefined
        throw reason
      },
    )
    const { faces, type } = await opened
    return { faces, type: type.noting(lacking) }
  }
}
