import { z } from 'zod'
import { words } from '../kernel/words.ts'

/** The largest file any door takes in; text may be so large, workbooks unpack and are held to less. */
export const MOST_FILE_MEGABYTES = 50

/** What a file that is no spreadsheet turned out to hold, judged by its first bytes and never by its name. */
export const FileContents = z.enum([
  'html',
  'xml',
  'pdf',
  'image',
  'text',
  'zip',
  'document',
  'presentation',
  'open document',
  'binary workbook',
  'old workbook',
  'locked workbook',
  'archive',
  'unknown',
])
export type FileContents = z.infer<typeof FileContents>

export const fileContentsWords = words<Record<FileContents, string>>(
  {
    html: 'halaman web',
    xml: 'teks XML',
    pdf: 'dokumen PDF',
    image: 'gambar',
    text: 'teks biasa',
    zip: 'arsip ZIP, jadi ekstrak dulu isinya',
    document: 'dokumen Word',
    presentation: 'presentasi',
    'open document': 'lembar OpenDocument, jadi simpan dulu sebagai XLSX',
    'binary workbook': 'buku kerja biner XLSB, jadi simpan dulu sebagai XLSX',
    'old workbook': 'buku kerja Excel 95 atau lebih lama, jadi simpan dulu sebagai XLSX',
    'locked workbook': 'buku kerja yang dikunci kata sandi, jadi buka dulu kuncinya',
    archive: 'arsip RAR, 7-Zip, atau GZIP, jadi ekstrak dulu isinya',
    unknown: 'data yang tidak dikenal',
  },
  {
    html: 'a web page',
    xml: 'XML text',
    pdf: 'a PDF document',
    image: 'an image',
    text: 'plain text',
    zip: 'a ZIP archive, so unpack it first',
    document: 'a Word document',
    presentation: 'a presentation',
    'open document': 'an OpenDocument sheet, so save it as XLSX first',
    'binary workbook': 'a binary XLSB workbook, so save it as XLSX first',
    'old workbook': 'an Excel 95 or older workbook, so save it as XLSX first',
    'locked workbook': 'a workbook locked with a password, so unlock it first',
    archive: 'a RAR, 7-Zip or GZIP archive, so unpack it first',
    unknown: 'data of an unknown kind',
  },
)

/** A report told by a heading that it alone carries. */
export const OtherReport = z.enum([
  'tiktok orders',
  'tiktok income',
  'tokopedia sales',
  'shopee returns',
  'shopee income',
  'shopee balance',
  'shopee products',
  'tiktok products',
  'qris summary',
])
export type OtherReport = z.infer<typeof OtherReport>

export const otherReportWords = words<Record<OtherReport, string>>(
  {
    'tiktok orders': 'daftar pesanan TikTok Shop/Tokopedia, tetapi judul kolomnya sudah diubah',
    'tiktok income': 'laporan penghasilan TikTok Shop/Tokopedia, tetapi judul kolomnya sudah diubah',
    'tokopedia sales': 'laporan penjualan Tokopedia, tetapi judul kolomnya sudah diubah',
    'shopee returns': 'daftar pengembalian Shopee, tetapi judul kolomnya sudah diubah',
    'shopee income': 'Laporan Penghasilan Shopee, tetapi judul kolomnya sudah diubah',
    'shopee balance': 'laporan saldo Shopee, tetapi judul kolomnya sudah diubah',
    'qris summary': 'ringkasan QRIS tanpa rincian transaksi; uangnya tercatat dari mutasi rekening (KR OTOMATIS)',
    'shopee products':
      'produk Shopee tanpa harga dan stok, padahal yang dibaca di sini Info Penjualan dari Ubah Massal',
    'tiktok products':
      'produk TikTok Shop tanpa harga dan stok, padahal yang dibaca di sini berkas edit massal yang berisi keduanya',
  },
  {
    'tiktok orders': 'an order list of TikTok Shop/Tokopedia whose headings were changed',
    'tiktok income': 'an income report of TikTok Shop/Tokopedia whose headings were changed',
    'tokopedia sales': 'a sales report of Tokopedia whose headings were changed',
    'shopee returns': 'a list of Shopee returns whose headings were changed',
    'shopee income': 'a Shopee income report whose headings were changed',
    'shopee balance': 'a Shopee balance report whose headings were changed',
    'qris summary':
      'a QRIS summary without its transactions; the money is booked from the bank statement (KR OTOMATIS)',
    'shopee products': 'Shopee products without prices and stock, while Sales Information of Mass Update is read here',
    'tiktok products':
      'TikTok Shop products without prices and stock, while the batch edit that holds both is read here',
  },
)

/** In what way a spreadsheet is damaged. */
export const FileDamage = z.enum([
  'cut short',
  'checksum',
  'structure',
  'xml',
  'doctype',
  'encoding',
  'quotes',
  'line too long',
  'cell too long',
])
export type FileDamage = z.infer<typeof FileDamage>

export const fileDamageWords = words<Record<FileDamage, string>>(
  {
    'cut short': 'bagian akhirnya tidak ada',
    checksum: 'isinya tidak cocok dengan angka periksanya',
    structure: 'susunan dalamnya tidak utuh',
    xml: 'susunan XML-nya tidak utuh',
    doctype: 'memuat deklarasi DTD yang tidak pernah ada di unduhan Seller Centre',
    encoding: 'hurufnya tidak terbaca',
    quotes: 'tanda kutipnya tidak berpasangan',
    'line too long': 'ada baris yang jauh lebih panjang daripada baris pesanan mana pun',
    'cell too long': 'ada sel yang lebih panjang dari 32.767 huruf',
  },
  {
    'cut short': 'its end is missing',
    checksum: 'its contents do not match their checksum',
    structure: 'its inner structure is incomplete',
    xml: 'its XML is incomplete',
    doctype: 'it carries a DTD, which no Seller Centre download does',
    encoding: 'its letters cannot be read',
    quotes: 'its quotation marks do not pair up',
    'line too long': 'a line is far longer than any line of orders',
    'cell too long': 'a cell is longer than 32,767 letters',
  },
)

/** Which safety limit a file passed while it was being unpacked. */
export const UnpackLimit = z.enum(['size', 'ratio', 'parts'])
export type UnpackLimit = z.infer<typeof UnpackLimit>

export const unpackLimitWords = words<Record<UnpackLimit, string>>(
  {
    size: 'isinya lebih dari 200 MB',
    ratio: 'bagian yang mengembang lebih dari 100 kali',
    parts: 'lebih dari 2.000 bagian',
  },
  {
    size: 'more than 200 MB unpacked',
    ratio: 'a part that swells more than 100 times',
    parts: 'more than 2,000 parts',
  },
)
