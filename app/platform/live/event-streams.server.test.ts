import {
  closeStreams,
  countStreams,
  eventStream,
  heartbeatMs,
  isFull,
  type Stream,
} from '#app/platform/live/event-streams.server'
import { afterEach, describe, expect, it, vi } from 'vitest'

afterEach(() => {
  closeStreams()
  vi.useRealTimers()
})

function open(change: { owner?: string; client?: string; isAllowed?: () => Promise<boolean> } = {}) {
  const gone = new AbortController()
  const ended = vi.fn()
  let stream: Stream | undefined
  const response = eventStream({
    owner: change.owner ?? 'dana',
    client: change.client ?? '10.0.0.1',
    signal: gone.signal,
    isAllowed: change.isAllowed ?? (() => Promise.resolve(true)),
    begin: (opened) => {
      stream = opened
      return Promise.resolve(ended)
    },
  })
  return { response, gone, ended, say: (event: string) => stream?.say(event, {}), close: () => stream?.close() }
}

describe('eventStream', () => {
  it('says events that nothing on the way keeps or compresses', async () => {
    const { response, say, close } = open()
    expect(response.headers.get('Cache-Control')).toBe('no-cache, no-transform')
    expect(response.headers.get('Content-Type')).toContain('text/event-stream')
    say('case')
    close()
    expect(await response.text()).toBe(': open\n\nevent: case\ndata: {}\n\n')
  })

  it('ends when the visitor goes and when the node stops, and says nothing after it', async () => {
    const [one, two] = [open(), open()]
    expect(countStreams()).toBe(2)
    one.gone.abort()
    expect(countStreams()).toBe(1)
    one.say('case')
    closeStreams()
    expect(countStreams()).toBe(0)
    expect(await one.response.text()).toBe(': open\n\n')
    expect(await two.response.text()).toBe(': open\n\n')
    expect([one.ended, two.ended].map((ended) => ended.mock.calls.length)).toEqual([1, 1])
  })

  it('beats, and ends at a beat once the right is gone', async () => {
    vi.useFakeTimers()
    let isAllowed = true
    const { response } = open({ isAllowed: () => Promise.resolve(isAllowed) })
    await vi.advanceTimersByTimeAsync(heartbeatMs)
    isAllowed = false
    await vi.advanceTimersByTimeAsync(heartbeatMs)
    expect(countStreams()).toBe(0)
    expect(await response.text()).toBe(': open\n\n: alive\n\n')
  })

  it('is full for a person and for an address, each by their own limit', () => {
    const who = { owner: 'dana', client: '10.0.0.1' }
    while (!isFull(who)) open()
    expect(countStreams()).toBe(12)
    expect(isFull({ owner: 'erlan', client: '10.0.0.1' })).toBe(false)
    for (let person = 0; !isFull({ owner: 'new', client: '10.0.0.1' }); person += 1) open({ owner: `${person}` })
    expect(countStreams()).toBe(60)
    expect(isFull({ owner: 'new', client: '10.0.0.2' })).toBe(false)
  })
})
