import { MOST_PIXELS, pictureSize } from '../../src-shared/kernel/picture-size.ts'

/** The longest edge of a stored photo: rows and panels never draw one larger; buyers at a channel look closely. */
const LONGEST_EDGE = { row: 480, channel: 1200 }
const QUALITY = 0.82
/** A photo of twelve hundred pixels that is nothing but leaves may be larger than one may be stored. */
const MOST_BYTES = 400_000

/** A camera writes its own small picture and notes before the size of the large one. */
const HEAD_BYTES = 1_048_576

/**
 * A picture shrunk and encoded anew in the window; hidden facts of the file (place, camera) do not survive it. Null when its
 * head tells of more pixels than are decoded; rejects when the file is no picture.
 */
export async function shrunkPhoto(file: File, seenAt: keyof typeof LONGEST_EDGE = 'row'): Promise<File | null> {
  const size = pictureSize(new Uint8Array(await file.slice(0, HEAD_BYTES).arrayBuffer()))
  if (size === null) throw new Error('no picture')
  if (size.width * size.height > MOST_PIXELS) return null
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' })
  try {
    const scale = Math.min(1, LONGEST_EDGE[seenAt] / Math.max(picture.width, picture.height))
    const canvas = document.createElement('canvas')
    canvas.width = Math.max(1, Math.round(picture.width * scale))
    canvas.height = Math.max(1, Math.round(picture.height * scale))
    const paper = canvas.getContext('2d')
    if (!paper) throw new Error('this window has no canvas')
    paper.imageSmoothingQuality = 'high'
    paper.drawImage(picture, 0, 0, canvas.width, canvas.height)
    // channels take no WebP
    const photo = seenAt === 'channel' ? await smallJpeg(canvas) : await rowPhoto(canvas)
    return new File([photo], file.name, { type: photo.type })
  } finally {
    picture.close()
  }
}

async function rowPhoto(canvas: HTMLCanvasElement): Promise<Blob> {
  const webp = await encoded(canvas, 'image/webp')
  // a browser that cannot write WebP answers with a PNG many times as large
  return webp.type === 'image/webp' ? webp : encoded(canvas, 'image/jpeg')
}

async function smallJpeg(canvas: HTMLCanvasElement): Promise<Blob> {
  for (let quality = QUALITY; ; quality -= 0.15) {
    const jpeg = await encoded(canvas, 'image/jpeg', quality)
    if (jpeg.size <= MOST_BYTES || quality < 0.3) return jpeg
  }
}

const encoded = (canvas: HTMLCanvasElement, type: string, quality = QUALITY): Promise<Blob> =>
  new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('nothing to encode'))), type, quality),
  )
