import { DAYS } from './buyer-robot.ts'
import { FAULTS } from './faults.ts'
import { escaped, htmlPage } from './html.ts'
import { STEPS } from './world.ts'

const options = (choices: Record<string, string>) =>
  Object.entries(choices)
    .map(([key, says]) => `<option value="${key}">${escaped(says)}</option>`)
    .join('')

/** A page to play the marketplace by hand. It only asks what the control API answers. */
export const controlPage = (title: string): string =>
  htmlPage(
    title,
    `<main><h1>${escaped(title)}</h1>
<p class="quiet">Kanal tiruan di komputer ini: pembeli, kurir, dan gangguan diatur dari sini. <a href="openapi.json">OpenAPI</a></p>
<p role="status" id="said"></p>
<section><h2>Akses</h2><div class="wide"><table id="access"></table></div></section>
<section><h2>Jam</h2><p id="clock"></p><div class="row">
<button data-move="3600">Maju 1 jam</button><button data-move="86400">Maju 1 hari</button><button data-move="604800">Maju 7 hari</button>
<button id="hold">Hentikan jam</button><button id="go">Jalankan jam</button></div></section>
<section><h2>Pembeli</h2><form class="row" id="day"><label>Hari <select name="kind">${options(DAYS)}</select></label>
<label>Pesanan <input name="orders" type="number" min="1" max="20000" value="20" style="width:6rem"></label>
<label>Benih <input name="seed" type="number" min="0" value="1" style="width:5rem"></label><button class="main">Mulai</button></form>
<form class="row" id="buy"><label>Beli satu <select name="sku"></select></label><label>Jumlah <input name="quantity" type="number" min="1" value="1" style="width:4rem"></label><button>Beli dan bayar</button></form></section>
<section><h2>Gangguan</h2><form class="row" id="fault"><label>Jenis <select name="kind">${options(FAULTS)}</select></label>
<label>Persen <input name="share" type="number" min="1" max="100" value="100" style="width:5rem"></label><button>Tambah</button><button type="button" id="well">Hapus semua</button></form><ul id="faults"></ul></section>
<section><h2>Pesanan</h2><div class="wide"><table><thead><tr><th>Nomor</th><th>Status</th><th>Barang</th><th class="number">Total</th><th>Lakukan</th></tr></thead><tbody id="orders"></tbody></table></div></section>
<section><h2>Izin</h2><div class="row"><button data-post="tokens/expire">Akhiri token akses</button><button data-post="tokens/revoke">Cabut izin toko</button></div></section>
<section><h2>Panggilan terakhir</h2><div class="wide"><table><tbody id="calls"></tbody></table></div></section></main>
<script>
const steps = ${JSON.stringify(STEPS)}
const faultWords = ${JSON.stringify(FAULTS)}
const el = (id) => document.getElementById(id)
const make = (tag, text, more = {}) => Object.assign(document.createElement(tag), { textContent: text, ...more })
async function ask(method, path, body) {
  const answer = await fetch(path, { method, headers: body ? { 'content-type': 'application/json' } : {}, body: body ? JSON.stringify(body) : undefined })
  const said = await answer.json().catch(() => null)
  if (!answer.ok) throw new Error(said?.message ?? 'galat ' + answer.status)
  return said
}
const after = (work) => async (event) => {
  event?.preventDefault()
  try { await work(event); el('said').textContent = 'Selesai.' } catch (problem) { el('said').textContent = 'Tidak bisa: ' + problem.message }
  await show()
}
const none = (text, columns) => { const row = make('tr', ''); row.append(make('td', text, { colSpan: columns, className: 'quiet' })); return [row] }
async function show() {
  const [state, orders, calls, shelf, faults] = await Promise.all(['state', 'orders?limit=30', 'calls?limit=15', 'shelf', 'faults'].map((path) => ask('GET', path).catch(() => null)))
  if (!state || !orders || !calls || !shelf || !faults) return void (el('said').textContent = 'Sandbox tidak menjawab. Apakah programnya sudah dihentikan?')
  el('access').replaceChildren(...Object.entries(state.access).map(([key, value]) => { const row = make('tr', ''); const cell = make('td', ''); cell.append(make('code', typeof value === 'object' ? JSON.stringify(value) : String(value))); row.append(make('th', key), cell); return row }))
  el('clock').textContent = new Date(state.clock.now).toLocaleString('id-ID', { timeZone: 'Asia/Jakarta', dateStyle: 'full', timeStyle: 'medium' }) + ' WIB, ' + (state.clock.isRunning ? 'berjalan' : 'berhenti') + ', ' + state.clock.due + ' kejadian menunggu'
  const chosen = el('buy').sku.value
  el('buy').sku.replaceChildren(...shelf.map((each) => make('option', each.sku + ' (sisa ' + each.stock + ')', { value: each.sku, selected: each.sku === chosen })))
  el('faults').replaceChildren(...faults.map((fault) => make('li', Math.round(fault.share * 100) + '% ' + faultWords[fault.kind] + (fault.times ? ' Tinggal ' + fault.times + ' kali.' : ''))))
  el('orders').replaceChildren(...(orders.length === 0 ? none('Belum ada pesanan. Mulai satu hari pembeli, atau beli satu barang.', 5) : orders.map((order) => { const row = make('tr', ''); const select = make('select', ''); select.append(make('option', 'Pilih…', { value: '' }), ...Object.entries(steps).map(([key, says]) => make('option', says, { value: key }))); select.style.maxWidth = '16rem'; select.setAttribute('aria-label', 'Lakukan pada ' + order.id); select.onchange = after(() => select.value && ask('POST', 'orders/' + order.id + '/step', { step: select.value })); const act = make('td', ''); act.append(select); row.append(make('td', order.id), make('td', order.status), make('td', order.lines.map((line) => line.quantity + ' × ' + line.sku).join(', ')), make('td', 'Rp' + order.total.toLocaleString('id-ID'), { className: 'number' }), act); return row })))
  el('calls').replaceChildren(...(calls.length === 0 ? none('Belum ada panggilan.', 4) : calls.map((call) => { const row = make('tr', ''); row.append(make('td', call.method), make('td', call.path), make('td', call.status || 'putus'), make('td', call.fault ?? '')); return row })))
}
for (const button of document.querySelectorAll('[data-move]')) button.onclick = after(() => ask('POST', 'clock', { moveSeconds: Number(button.dataset.move) }))
for (const button of document.querySelectorAll('[data-post]')) button.onclick = after(() => ask('POST', button.dataset.post))
el('hold').onclick = after(() => ask('POST', 'clock', { isRunning: false }))
el('go').onclick = after(() => ask('POST', 'clock', { isRunning: true }))
el('well').onclick = after(() => ask('PUT', 'faults', { faults: [] }))
el('day').onsubmit = after(() => ask('POST', 'buyers/day', { kind: el('day').kind.value, orders: Number(el('day').orders.value), seed: Number(el('day').seed.value) }))
el('buy').onsubmit = after(() => ask('POST', 'buyers/buy', { lines: [{ sku: el('buy').sku.value, quantity: Number(el('buy').quantity.value) }] }))
el('fault').onsubmit = after(async () => ask('PUT', 'faults', { faults: [...(await ask('GET', 'faults')) ?? [], { kind: el('fault').kind.value, share: Number(el('fault').share.value) / 100 }] }))
show(); setInterval(() => document.activeElement?.tagName !== 'SELECT' && show(), 3000)
</script>`,
  )
