/** What a stand-in picture shows. Sellers often have no photo; a quiet drawing still tells shirt from cloth. */
export type GoodsKind = 'shirt' | 'dress' | 'outer' | 'cloth' | 'trousers' | 'bag' | 'jar' | 'box'

const WORDS: readonly [GoodsKind, RegExp][] = [
  ['outer', /outer|kardigan|cardigan|jaket|jacket|blazer|rompi|vest|kimono/],
  ['dress', /daster|gamis|dress|rok|skirt|tunik|mukena|abaya|kebaya/],
  ['trousers', /celana|pants|kulot|jeans|legging|boxer/],
  ['cloth', /kain|sarung|selendang|scarf|hijab|jilbab|pashmina|taplak|sprei|handuk|syal|kerudung|bahan/],
  ['shirt', /kemeja|kaos|kaus|blus|blouse|shirt|hem|baju|polo|sweater|koko|atasan/],
  ['bag', /tas|dompet|pouch|ransel|totebag|tote/],
  ['jar', /kopi|teh|sambal|bumbu|madu|keripik|kue|snack|minum|makanan|sabun|lilin|selai|rempah/],
]

/** Reads the kind from category and name together; what nobody can tell is a box. */
export function goodsKind(name: string, category = ''): GoodsKind {
  const text = `${category} ${name}`.toLowerCase()
  return WORDS.find(([, words]) => words.test(text))?.[0] ?? 'box'
}
