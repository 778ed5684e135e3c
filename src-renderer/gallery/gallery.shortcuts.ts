import { shortcutsOf } from '../design/hotkeys/shortcuts.ts'

const labels = {
  arrange: 'Atur Pengiriman',
  wave: 'Buat Gelombang',
  reprint: 'Cetak Ulang',
  hold: 'Tahan',
  tryNow: 'Coba Sekarang',
  erase: 'Hapus foto',
  keep: 'Simpan',
  choose: 'Pilih berkas Seller Centre',
  practice: 'Toko Latihan',
  offline: 'Internet mati',
}

/** Shortcuts of the showcase. */
export const galleryShortcuts = shortcutsOf(
  { id: labels, en: labels },
  {
    arrange: 'F4',
    wave: 'G',
    reprint: 'F9',
    hold: 'T',
    tryNow: '1',
    erase: 'Del',
    keep: 'Ctrl+S',
    choose: '2',
    practice: 'L',
    offline: 'O',
  },
)
