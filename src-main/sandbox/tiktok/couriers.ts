/** Ways of delivery and who drives them. Ids are of this sandbox. */
export interface DeliveryOption {
  id: string
  name: string
  type: 'STANDARD' | 'EXPRESS' | 'ECONOMY' | 'SEND_BY_SELLER'
  platforms: string[]
  providers: { id: string; name: string; prefix: string }[]
}

export const DELIVERY_OPTIONS: readonly DeliveryOption[] = [
  {
    id: '7091146663229654785',
    name: 'Pengiriman standar',
    type: 'STANDARD',
    platforms: ['TIKTOK_SHOP', 'TOKOPEDIA'],
    providers: [
      { id: '6841743441349706241', name: 'J&T Express', prefix: 'JX' },
      { id: '7117859084333745921', name: 'JNE Reguler', prefix: 'TJNE' },
      { id: '7117858858072016642', name: 'SiCepat', prefix: 'TKSC' },
    ],
  },
  {
    id: '7091146663229654786',
    name: 'Pengiriman hemat',
    type: 'ECONOMY',
    platforms: ['TIKTOK_SHOP', 'TOKOPEDIA'],
    providers: [{ id: '7254084939432527617', name: 'J&T Cargo', prefix: 'JC' }],
  },
  {
    id: '7091146663229654787',
    name: 'Dikirim penjual',
    type: 'SEND_BY_SELLER',
    platforms: ['TIKTOK_SHOP'],
    providers: [
      { id: '7117858858072016641', name: 'JNE', prefix: 'JNE' },
      { id: '7132708894567859969', name: 'Pos Indonesia', prefix: 'P' },
    ],
  },
]

export const SELLER_DELIVERY = DELIVERY_OPTIONS[2]!

/** Every courier of TikTok's own shipping with its option; an order keeps its place in this list. */
export const COURIERS = DELIVERY_OPTIONS.filter(({ type }) => type !== 'SEND_BY_SELLER').flatMap((option) =>
  option.providers.map((provider) => ({ option, provider })),
)
