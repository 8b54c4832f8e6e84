import type { UploadReply } from '#app/domain/sites/uploads'
import { expect, test } from 'vitest'
import { UploadQueue, type Send } from './upload-queue'

type Reply = UploadReply | { ok: false; code: 'connection' }

/** A line to the server whose answers the test gives. */
function line() {
  const sent: { name: string; answer: (reply: Reply) => Promise<void>; progress: (share: number) => void }[] = []
  const cancelled: string[] = []
  const send: Send = (_list, file, onProgress) => {
    const { promise, resolve } = withResolvers<Reply>()
    const answer = async (reply: Reply) => {
      resolve(reply)
      await promise
    }
    sent.push({ name: file.name, answer, progress: onProgress })
    return { reply: promise, cancel: () => void cancelled.push(file.name) }
  }
  return { queue: new UploadQueue(send), sent, cancelled }
}

function withResolvers<T>() {
  let resolve: (value: T) => void = () => undefined
  const promise = new Promise<T>((done) => {
    resolve = done
  })
  return { promise, resolve }
}

const file = (name: string, bytes = 10) => new File([new Uint8Array(bytes)], name)
const states = (queue: UploadQueue) =>
  queue.rows().map((row) => `${row.file.name} ${row.state} ${row.fault ?? ''}`.trim())

test('two travel at a time, and one that fails does not hold up the others', async () => {
  const { queue, sent } = line()
  queue.add('photos', [file('a'), file('b'), file('c')])
  expect(states(queue)).toEqual(['a sending', 'b sending', 'c waiting'])
  await sent[0]?.answer({ ok: false, code: 'not_an_image' })
  expect(states(queue)).toEqual(['a failed not_an_image', 'b sending', 'c sending'])
  await sent[1]?.answer({ ok: true, fileId: 'id-b' })
  await sent[2]?.answer({ ok: true, fileId: 'id-c' })
  expect(states(queue)).toEqual(['a failed not_an_image', 'b stored', 'c stored'])
  expect(queue.isBusy()).toBe(false)
  queue.take('photos', ['id-b', 'id-c'], { ok: true, revision: 2, leftOut: [] })
  expect(states(queue)).toEqual(['a failed not_an_image'])
})

test('what failed is sent again when asked', async () => {
  const { queue, sent } = line()
  queue.add('papers', [file('a')])
  sent[0]?.progress(0.5)
  expect(queue.rows()[0]?.share).toBe(0.5)
  await sent[0]?.answer({ ok: false, code: 'connection' })
  queue.retry(queue.rows()[0]?.key ?? 0)
  expect(states(queue)).toEqual(['a sending'])
  expect(queue.rows()[0]?.share).toBe(0)
  await sent[1]?.answer({ ok: true, fileId: 'id-a' })
  expect(states(queue)).toEqual(['a stored'])
})

test('what is too large does not travel', () => {
  const { queue, sent } = line()
  queue.add('photos', [file('huge', 15_000_001), file('fits', 15_000_000)])
  expect(states(queue)).toEqual(['huge failed image_too_large', 'fits sending'])
  expect(sent.map(({ name }) => name)).toEqual(['fits'])
})

test('taking out one on its way stops it and lets the next go', () => {
  const { queue, cancelled } = line()
  queue.add('papers', [file('a'), file('b'), file('c')])
  queue.remove(queue.rows()[0]?.key ?? 0)
  expect(cancelled).toEqual(['a'])
  expect(states(queue)).toEqual(['b sending', 'c sending'])
  queue.stop()
  expect(cancelled).toEqual(['a', 'b', 'c'])
})

test('what the draft does not take stays with the reason', async () => {
  const { queue, sent } = line()
  queue.add('papers', [file('a')])
  await sent[0]?.answer({ ok: true, fileId: 'id-a' })
  queue.take('papers', ['id-a'], { ok: false, refusal: { code: 'in_review' } })
  expect(states(queue)).toEqual(['a failed refused'])
})

test('those for which the list had no room say so, the others have joined', async () => {
  const { queue, sent } = line()
  queue.add('photos', [file('a'), file('b')])
  await sent[0]?.answer({ ok: true, fileId: 'id-a' })
  await sent[1]?.answer({ ok: true, fileId: 'id-b' })
  queue.take('photos', ['id-a', 'id-b'], { ok: true, revision: 2, leftOut: ['id-b'] })
  expect(states(queue)).toEqual(['b failed too_many_photos'])
  queue.add('photos', [file('c')])
  await sent[2]?.answer({ ok: true, fileId: 'id-c' })
  queue.take('photos', ['id-c'], null)
  expect(states(queue)).toEqual(['b failed too_many_photos', 'c failed connection'])
})
