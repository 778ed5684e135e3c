/** The longest edge of a stored photo; rows and panels never draw one larger. */
const LONGEST_EDGE = 480
const QUALITY = 0.82

/**
 * A picture shrunk and encoded anew in the window, as a `data:` address; hidden facts of the file
 * (place, camera) do not survive it. Rejects when the file is no picture.
 */
export async function shrunkPhoto(file: File): Promise<string> {
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
    const webp = canvas.toDataURL('image/webp', QUALITY)
    // a browser that cannot write WebP answers with a PNG many times as large
    return webp.startsWith('data:image/webp') ? webp : canvas.toDataURL('image/jpeg', QUALITY)
  } finally {
    picture.close()
  }
}
