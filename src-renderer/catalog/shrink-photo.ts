import { MOST_PIXELS, pictureSize } from '../../src-shared/kernel/picture-size.ts'

/** The longest edge of a stored photo; rows and panels never draw one larger. */
const LONGEST_EDGE = 480
const QUALITY = 0.82

/** A camera writes its own small picture and notes before the size of the large one. */
const HEAD_BYTES = 1_048_576

/**
 * A picture shrunk and encoded anew in the window; hidden facts of the file (place, camera) do not survive it. Null when its
 * head tells of more pixels than are decoded; rejects when the file is no picture.
 */
export async function shrunkPhoto(file: File): Promise<File | null> {
  const size = pictureSize(new Uint8Array(await file.slice(0, HEAD_BYTES).arrayBuffer()))
  if (size === null) throw new Error('no picture')
  if (size.width * size.height > MOST_PIXELS) return null
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' })
  try {
    const scale = Math.min(1, LONGEST_EDGE / Math.max(picture.width, picture.height))
    const canvas = document.createElement('canvas')
    canvas.width = Math.max(1, Math.round(picture.width * scale))
    canvas.height = Math.max(1, Math.round(picture.height * scale))
    const paper = canvas.getContext('2d')
    if (!paper) throw new Error('this window has no canvas')
    paper.imageSmoothingQuality = 'high'
    paper.drawImage(picture, 0, 0, canvas.width, canvas.height)
    const webp = await encoded(canvas, 'image/webp')
    // a browser that cannot write WebP answers with a PNG many times as large
    const photo = webp.type === 'image/webp' ? webp : await encoded(canvas, 'image/jpeg')
    return new File([photo], file.name, { type: photo.type })
  } finally {
    picture.close()
  }
}

const encoded = (canvas: HTMLCanvasElement, type: string): Promise<Blob> =>
  new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('nothing to encode'))), type, QUALITY),
  )
