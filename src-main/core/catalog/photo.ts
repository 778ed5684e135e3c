import { MOST_PIXELS, pictureSize } from '../../../src-shared/kernel/picture-size.ts'
import { DomainError } from '../../../src-shared/kernel/refusal.ts'

const PHOTO_LIMIT_BYTES = 400_000

export interface Photo {
  mediaType: 'image/webp' | 'image/jpeg' | 'image/png'
  bytes: Uint8Array
}

const startsWith = (bytes: Buffer, hex: string, at = 0) => bytes.toString('hex', at, at + hex.length / 2) === hex

/** What a picture is, by its first bytes (RFC 9649, ITU-T T.81 B.1, PNG 5.2); null for anything else. */
function mediaTypeOf(bytes: Buffer): Photo['mediaType'] | null {
  if (startsWith(bytes, '89504e470d0a1a0a')) return 'image/png'
  if (startsWith(bytes, 'ffd8ff')) return 'image/jpeg'
  if (startsWith(bytes, '52494646') && startsWith(bytes, '57454250', 8)) return 'image/webp'
  return null
}

/**
 * A picture. Its bytes decide what it is, not the door's word for it.
 * @throws PHOTO_NOT_READABLE, PHOTO_TOO_LARGE, PHOTO_TOO_MANY_PIXELS
 */
export async function photoOf(file: File): Promise<Photo> {
  if (file.size > PHOTO_LIMIT_BYTES)
    throw new DomainError('PHOTO_TOO_LARGE', { kilobytes: Math.ceil(file.size / 1024) })
  const bytes = Buffer.from(await file.arrayBuffer())
  const mediaType = mediaTypeOf(bytes)
  if (!mediaType) throw new DomainError('PHOTO_NOT_READABLE')
  // a few kilobytes may unpack to gigabytes in every window that shows them
  const size = pictureSize(bytes)
  if (size && size.width * size.height > MOST_PIXELS) throw new DomainError('PHOTO_TOO_MANY_PIXELS', { ...size })
  return { mediaType, bytes }
}
