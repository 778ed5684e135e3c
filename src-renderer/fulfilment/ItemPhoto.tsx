import { usePhoto } from '../base/use-photo.ts'
import { GoodsPhoto } from '../design/photos/GoodsPhoto.tsx'

export interface ItemPhotoProps {
  item: { photoId: string | null; name: string; category: string; colour: string }
  /** Edge in px. */
  size: number
}

/** The shop's own photo of goods in a parcel; a drawing stands in where none was taken. */
export const ItemPhoto = ({ item, size }: ItemPhotoProps) => (
  <GoodsPhoto name={item.name} category={item.category} colour={item.colour} src={usePhoto(item.photoId)} size={size} />
)
