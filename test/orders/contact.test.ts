import { expect, test } from 'vitest'
import { knownLink } from '../../src-main/electron/trust.ts'
import { isMasked, sellerCentreLink, whatsAppLink, whatsAppNumber } from '../../src-shared/orders/contact.ts'

test('a number is written for WhatsApp with its country, however a person wrote it', () => {
  for (const written of [
    '081328705516',
    '0813-2870-5516',
    '+62 813 2870 5516',
    '6281328705516',
    '81328705516',
    '006281328705516',
  ])
    expect(whatsAppNumber(written), written).toBe('6281328705516')
  expect(whatsAppNumber('+60 12-345 6789')).toBe('60123456789')
})

test('what is masked, missing, a house line or too short is no number to write to', () => {
  for (const written of [
    '',
    '******16',
    '0813****5516',
    '(0291) 591234',
    '0274512345',
    '0813',
    '62',
    '12345678',
    'Bu Sari',
  ])
    expect(whatsAppNumber(written), written).toBeNull()
})

test('masked is what the channel masked', () => {
  expect(['S***i', 'Jl. K••••• 12'].map(isMasked)).toEqual([true, true])
  expect(['', 'Dewi Lestari', 'Jl. Kaliurang Km 7 No. 12'].map(isMasked)).toEqual([false, false, false])
})

test('every link that is offered may be opened in the system browser, with its words whole', () => {
  const text = 'Halo Kak Sari & Budi, resi JNE: 8826?\nTerima kasih #1'
  const link = whatsAppLink('6281328705516', text)
  expect(knownLink(link)).toBe(link)
  expect(new URL(link).searchParams.get('text')).toBe(text)
  for (const channel of ['shopee', 'tiktok'] as const) {
    const centre = sellerCentreLink(channel, '578900001173036')!
    expect(knownLink(centre)).toBe(centre)
  }
  expect(sellerCentreLink('own', 'LB-261122-029')).toBeNull()
  expect(sellerCentreLink('tiktok', 'INV/20230506/MPL/2498592472')).toBeNull()
})
