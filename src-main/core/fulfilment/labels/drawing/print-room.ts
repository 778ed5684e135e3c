import { type Faces, loadFaces } from './faces.ts'
import { createTypesetter, type Typesetter } from './typesetter.ts'

interface PrintRoom {
  faces: Faces
  type: Typesetter
}

/** Opens the fonts at the first print and keeps them. A folder that could not be read is tried again the next time. */
export function printRoom(fontsFolder: string): () => Promise<PrintRoom> {
  let opened: Promise<PrintRoom> | undefined
  return () => {
    opened ??= loadFaces(fontsFolder).then(
      (faces) => ({ faces, type: createTypesetter(faces) }),
      (reason: unknown) => {
        opened = undefined
        throw reason
      },
    )
    return opened
  }
}
