import { formatDay } from '../kernel/business-day.ts'
import { words } from '../kernel/words.ts'
import type { WorkName } from './work.ts'

/**
 * Long work as it is named where its progress is shown, by its kind; a listing's or file's name may be missing. What became of it
 * stands before the name: a long name is cut at its end.
 */
type WorkWords = Record<WorkName | 'waiting' | 'stopping' | 'halted', (about: string) => string> &
  Record<
    'figuresIncomplete' | 'watch' | 'stop' | 'mappingNote' | 'mappingStopped' | 'feeRuleNote' | 'feeRuleStopped',
    string
  > & {
    doneOf: (done: string, total: string, kind: WorkName) => string
    answersOf: (time: string) => string
  }

export const workWords = words<WorkWords>(
  {
    import: (file) => `Mengimpor ${file}`,
    withdrawal: (file) => `Menarik kembali ${file}`,
    mapping: (listing) => (listing ? `Memetakan ${listing}` : 'Memetakan produk di kanal'),
    costs: () => 'Menghitung ulang HPP',
    'start day': (day) => `Memulai pembukuan ${formatDay(day)}`,
    'fee rule': (name) => (name ? `Membukukan ulang ${name}` : 'Membukukan ulang potongan'),
    waiting: (what) => `Menunggu giliran: ${what}`,
    stopping: (what) => `Dibatalkan: ${what}`,
    halted: (what) => `Berhenti, lanjut saat Lumbung dibuka lagi: ${what}`,
    doneOf: (done, total, kind) =>
      `${done} dari ${total} ${{ costs: 'SKU', 'start day': 'dokumen', 'fee rule': 'pencairan' }[kind as 'costs'] ?? 'pesanan'}`,
    answersOf: (time) => `Angka dan daftar per ${time} sampai selesai.`,
    figuresIncomplete: 'Angka di halaman ini belum lengkap.',
    watch: 'Lihat',
    stop: 'Batal',
    mappingNote: 'Toko tetap bisa dipakai. Bila dibatalkan, produk di kanal dan pesanannya kembali seperti semula.',
    mappingStopped: 'Pemetaan dibatalkan. Produk di kanal dan pesanannya kembali seperti semula.',
    feeRuleNote: 'Toko tetap bisa dipakai. Bila dibatalkan, arti potongan dan pembukuannya kembali seperti semula.',
    feeRuleStopped: 'Dibatalkan. Arti potongan dan pembukuannya kembali seperti semula.',
  },
  {
    import: (file) => `Importing ${file}`,
    withdrawal: (file) => `Taking back ${file}`,
    mapping: (listing) => (listing ? `Mapping ${listing}` : 'Mapping listings'),
    costs: () => 'Costing again',
    'start day': (day) => `Beginning the books on ${formatDay(day, 'en')}`,
    'fee rule': (name) => (name ? `Booking ${name} anew` : 'Booking fees anew'),
    waiting: (what) => `Waits its turn: ${what}`,
    stopping: (what) => `Cancelled: ${what}`,
    halted: (what) => `Halted, goes on when Lumbung is opened again: ${what}`,
    doneOf: (done, total, kind) =>
      `${done} of ${total} ${{ costs: 'SKUs', 'start day': 'documents', 'fee rule': 'settlements' }[kind as 'costs'] ?? 'orders'}`,
    answersOf: (time) => `Figures and lists as of ${time} until it is done.`,
    figuresIncomplete: 'The figures on this page are not complete yet.',
    watch: 'See',
    stop: 'Cancel',
    mappingNote: 'The shop can be used meanwhile. If you cancel, listings and their orders are as before.',
    mappingStopped: 'Mapping was cancelled. Listings and their orders are as before.',
    feeRuleNote: 'The shop can be used meanwhile. If you cancel, what the fee is and its books are as before.',
    feeRuleStopped: 'Cancelled. What the fee is and its books are as before.',
  },
)
