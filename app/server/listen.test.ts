import { listen, ListenError } from '#app/server/listen'
import { get } from 'node:http'
import { expect, it } from 'vitest'

it('finishes the request that runs, accepts no new one, and then is gone', async () => {
  const { promise: isAsked, resolve: asked } = withResolvers()
  const { promise: mayAnswer, resolve: answer } = withResolvers()
  const { address, stop } = await listen({ host: '127.0.0.1', port: 0 }, (_req, res) => {
    asked()
    void mayAnswer.then(() => res.end('done'))
  })
  const running = fetch(address).then((response) => response.text())
  await isAsked
  const stopped = stop(5000)
  await expect(fetch(address)).rejects.toThrow()
  answer()
  expect(await running).toBe('done')
  await stopped
})

it('tells those who ask while it leaves that the connection ends', async () => {
  const { address, drain, stop } = await listen({ host: '127.0.0.1', port: 0 }, (_req, res) => void res.end('here'))
  expect((await fetch(address)).headers.get('connection')).toBe('keep-alive')
  await drain(0)
  const last = await fetch(address)
  expect([last.headers.get('connection'), await last.text()]).toEqual(['close', 'here'])
  await stop(100)
})

it('cuts a request that does not end within the limit', async () => {
  const { promise: isAsked, resolve: asked } = withResolvers()
  const { address, stop } = await listen({ host: '127.0.0.1', port: 0 }, asked)
  const cut = new Promise((resolve) => get(address).on('error', resolve))
  await isAsked
  await stop(20)
  expect(await cut).toMatchObject({ code: 'ECONNRESET' })
})

it('says which port is taken', async () => {
  const first = await listen({ host: '127.0.0.1', port: 0 }, () => undefined)
  const port = Number(new URL(first.address).port)
  const second = listen({ host: '127.0.0.1', port }, () => undefined)
  await expect(second).rejects.toThrow(ListenError)
  await expect(second).rejects.toThrow(`Port ${port} of 127.0.0.1 is in use`)
  await first.stop(0)
})

function withResolvers() {
  let resolve = (): void => undefined
  const promise = new Promise<void>((done) => {
    resolve = done
  })
  return { promise, resolve }
}
