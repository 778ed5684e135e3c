import { expect, test } from 'vitest'
import { aConnectedApp, HOUR } from './an-app.ts'

const OF = '/customer_service/202309/conversations'

async function aBuyer() {
  const app = await aConnectedApp()
  const order = await app.order((await app.paid()).id)
  const writes = async (text: string) => {
    const answer = await fetch(`${app.sandbox.controlUrl}/tiktok/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ orderId: order.id, text }),
    })
    expect(answer.ok).toBe(true)
  }
  const list = async () => (await app.ask('GET', OF, { query: { page_size: '10' } })).data.conversations
  const send = (id: string, type: string, content: unknown) =>
    app.ask('POST', `${OF}/${id}/messages`, { body: { type, content: JSON.stringify(content) } })
  return { app, order, writes, list, send }
}

test('what a buyer writes is read and answered in one conversation', async () => {
  const { app, order, writes, list, send } = await aBuyer()
  expect(await list()).toEqual([])
  await writes('Kak, kapan dikirim?')
  const [conversation] = await list()
  expect(conversation).toMatchObject({ unread_count: 1, latest_message: { type: 'TEXT', sender: { role: 'BUYER' } } })
  const again = await app.ask('POST', OF, { body: { buyer_user_id: order.user_id } })
  expect(again.data.conversation_id).toBe(conversation.id)
  app.sandbox.ground.time.move(HOUR)
  expect((await send(conversation.id, 'TEXT', { content: 'Hari ini ya, Kak.' })).data.message_id).toMatch(/^\d{19}$/)
  expect((await send(conversation.id, 'ORDER_CARD', { order_id: order.id })).code).toBe(0)
  await app.ask('POST', `${OF}/${conversation.id}/messages/read`)
  expect(await list()).toMatchObject([{ unread_count: 0, latest_message: { type: 'ORDER_CARD' } }])
  const messages = async (page_token?: string) =>
    (
      await app.ask('GET', `${OF}/${conversation.id}/messages`, {
        query: { page_size: '2', sort_order: 'ASC', ...(page_token ? { page_token } : {}) },
      })
    ).data
  const first = await messages()
  expect(first.messages.map((each: { content: string }) => JSON.parse(each.content).content)).toEqual([
    'Kak, kapan dikirim?',
    'Hari ini ya, Kak.',
  ])
  expect((await messages(first.next_page_token)).messages).toMatchObject([{ type: 'ORDER_CARD' }])
  expect((await app.ask('GET', `/customer_service/202601/conversations/${conversation.id}`)).data).toMatchObject({
    conversation: { id: conversation.id, participants: [{ user_id: order.user_id }, { role: 'SHOP' }] },
  })
  const days = { support_date_ge: '2026-11-11', support_date_lt: '2026-11-12' }
  expect((await app.ask('GET', '/customer_service/202407/performance', { query: days })).data.performance).toEqual({
    support_session_count: 1,
    response_percentage: '100',
    response_time_mins: '60',
    satisfaction_percentage: '0',
  })
})

test('nobody is written to who bought nothing, and no message stands for what is not there', async () => {
  const { app, order, send } = await aBuyer()
  expect((await app.ask('POST', OF, { body: { buyer_user_id: '7021436810468000001' } })).code).toBe(45109003)
  const { conversation_id: id } = (await app.ask('POST', OF, { body: { buyer_user_id: order.user_id } })).data
  expect((await send('7106888323922000001', 'TEXT', { content: 'x' })).code).toBe(45101003)
  expect((await send(id, 'TEXT', { content: 'x'.repeat(2_001) })).code).toBe(45101001)
  expect((await send(id, 'TEXT', 'bukan objek')).code).toBe(45101001)
  expect((await send(id, 'PRODUCT_CARD', { product_id: '1' })).code).toBe(45101003)
  expect((await send(id, 'COUPON_CARD', { coupon_id: '1' })).code).toBe(45111001)
  expect((await send(id, 'SONG', { content: 'x' })).code).toBe(36009004)
  const settings = '/customer_service/202309/agents/settings'
  expect((await app.ask('GET', settings)).data).toEqual({ can_accept_chat: false })
  await app.ask('PUT', settings, { body: { can_accept_chat: true } })
  expect((await app.ask('GET', settings)).data).toEqual({ can_accept_chat: true })
})

test('an app without the scope of customer service is refused by name', async () => {
  const { app } = await aBuyer()
  await fetch(`${app.sandbox.controlUrl}/tiktok/scopes`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ scopes: ['seller.order.info'] }),
  })
  await app.connect()
  expect((await app.ask('GET', OF, { query: { page_size: '10' } })).code).toBe(105005)
})
