import { handedFile } from '../handed-file.ts'
import type { RoomNeeds } from '../room-needs.ts'
import { photoOf } from './photo.ts'
import { photoById, savePhoto } from './photos.repository.ts'

export const createPhotos = ({ read, write }: Pick<RoomNeeds, 'read' | 'write'>) => ({
  async get(id: string) {
    const photo = await photoById(read, id)
    return photo && handedFile(id, photo.mediaType, photo.bytes)
  },

  async save(id: string, file: File) {
    const photo = await photoOf(file)
    await write(['catalog'], (tx) => savePhoto(tx, id, photo))
    return { id }
  },
})
