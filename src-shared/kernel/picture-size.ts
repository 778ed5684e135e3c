/** Beyond this a picture is not decoded: 40 megapixels are 160 MB in memory, and more than any phone of a shop takes. */
export const MOST_PIXELS = 40_000_000

export interface PictureSize {
  width: number
  height: number
}

/**
 * The size that a PNG, JPEG or WebP says it has, read from its head without decoding anything (PNG 11.2.2, ITU-T T.81 B.2.2,
 * RFC 9649 2.5 to 2.7); null when it is none of them or its head is cut off.
 */
export function pictureSize(bytes: Uint8Array): PictureSize | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    if (view.getUint32(0) === 0x89504e47) return sized(view.getUint32(16), view.getUint32(20))
    if (view.getUint16(0) === 0xffd8) return jpegSize(view)
    const isWebp = view.getUint32(0) === 0x52494646 && view.getUint32(8) === 0x57454250
    return isWebp ? webpSize(view) : null
  } catch (problem) {
    if (problem instanceof RangeError) return null
    throw problem
  }
}

const sized = (width: number, height: number): PictureSize | null =>
  width > 0 && height > 0 ? { width, height } : null

/** Walks the segments to the frame header, which holds the size. */
function jpegSize(view: DataView): PictureSize | null {
  let at = 2
  while (view.getUint8(at) === 0xff) {
    const marker = view.getUint8(at + 1)
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
    if (isFrame) return sized(view.getUint16(at + 7), view.getUint16(at + 5))
    // fill bytes and markers without a segment of their own
    const isBare = marker === 0xff || marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7)
    at += marker === 0xff ? 1 : isBare ? 2 : 2 + view.getUint16(at + 2)
  }
  return null
}

function webpSize(view: DataView): PictureSize | null {
  const uint24 = (at: number) => view.getUint16(at, true) + view.getUint8(at + 2) * 65_536
  switch (view.getUint32(12)) {
    case 0x56503858: // VP8X
      return sized(uint24(24) + 1, uint24(27) + 1)
    case 0x5650384c: {
      // VP8L
      const bits = view.getUint32(21, true)
      return sized((bits & 0x3fff) + 1, ((bits >>> 14) & 0x3fff) + 1)
    }
    case 0x56503820: // VP8
      return sized(view.getUint16(26, true) & 0x3fff, view.getUint16(28, true) & 0x3fff)
    default:
      return null
  }
}
