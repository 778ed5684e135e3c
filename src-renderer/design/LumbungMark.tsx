const GRANARY =
  'M16 1 18 3.4 17 4.6C18.8 8 23.2 11 29 12.5L26.8 16.5H5.2L3 12.5C8.8 11 13.2 8 15 4.6L14 3.4ZM7 18H25L22.8 26H9.2ZM16 19.6 14 22 16 24.4 18 22ZM9.5 27.4H13V29H14V30.6H8.5V29H9.5ZM19 27.4H22.5V29H23.5V30.6H18V29H19Z'

/** The granary: roof, store, a grain in it, two legs. It appears in the logo only. */
export const LumbungMark = ({ size = 24 }: { size?: number }) => (
  <svg viewBox="0 0 32 32" width={size} height={size} fill="currentColor" fillRule="evenodd" aria-hidden="true">
    <path d={GRANARY} />
  </svg>
)
