import type { RoomNeeds } from '../room-needs.ts'
import { dataUrlOf, photoOf } from './photo.ts'
import { photoById, savePhoto } from './photos.repository.ts'

export const createPhotos = ({ read, write }: Pick<RoomNeeds, 'read' | 'write'>) => ({
  async get(id: string) {
    const photo = await photoById(read, id)
    return photo && { dataUrl: dataUrlOf(photo) }
  },

  async save(id: string, dataUrl: string) {
    const photo = photoOf(dataUrl)
    await write(['catalog'], (tx) => savePhoto(tx, id, photo))
    return { id }
  },
})
