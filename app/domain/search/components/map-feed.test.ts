import type { BBox } from '#app/domain/kernel/geo'
import { MapFeed } from '#app/domain/search/components/map-feed'
import { emptyCriteria } from '#app/domain/search/schema'
import type { MapFeatures } from '#app/ui/map/map-props'
import { describe, expect, it } from 'vitest'

const criteria = emptyCriteria()

/** A screen somewhere on the 50th parallel. */
const at = (lng: number, zoom = 6) => ({ zoom, box: [lng, 49, lng + 6, 52] as BBox })

type Asked = { address: string; signal: AbortSignal; answer: () => Promise<void>; fail: () => Promise<void> }

/** A feed whose questions are answered when the test says so; `shown` are the addresses whose answers were drawn. */
function makeFeed() {
  const asked: Asked[] = []
  const shown: string[] = []
  const clock = { now: 0 }
  const feed = new MapFeed({
    now: () => clock.now,
    show: (features) => void shown.push((features as unknown as { address: string }).address),
    ask: (address, signal) => {
      let settle: { resolve: (features: MapFeatures) => void; reject: (reason: Error) => void } | undefined
      const answered = new Promise<MapFeatures>((resolve, reject) => (settle = { resolve, reject }))
      const settled = () => answered.then(() => undefined).catch(() => undefined)
      asked.push({
        ...{ address, signal },
        answer: () => {
          settle?.resolve({ address } as unknown as MapFeatures)
          return settled()
        },
        fail: () => {
          settle?.reject(new Error('the line is down'))
          return settled()
        },
      })
      return answered
    },
  })
  return { feed, asked, shown, clock }
}

describe('what a moved map asks', () => {
  it('asks once for where it rests, and nothing more for moves within the answer', async () => {
    const { feed, asked, shown } = makeFeed()
    feed.look(criteria, at(70))
    feed.look(criteria, at(70))
    await asked[0]?.answer()
    feed.look(criteria, at(70.2))
    expect(asked).toHaveLength(1)
    expect(shown).toEqual([asked[0]?.address])
  })

  it('runs one question at a time while it moves, then asks for the latest place', async () => {
    const { feed, asked, shown } = makeFeed()
    for (const lng of [50, 55, 60, 65]) feed.look(criteria, at(lng), true)
    expect(asked).toHaveLength(1)
    expect(asked[0]?.signal.aborted).toBe(false)
    await asked[0]?.answer()
    expect(asked).toHaveLength(2)
    await asked[1]?.answer()
    expect(shown).toEqual(asked.map(({ address }) => address))
    feed.look(criteria, at(65))
    expect(asked).toHaveLength(2)
  })

  it('asks at once where it rests, and never draws what was overtaken', async () => {
    const { feed, asked, shown } = makeFeed()
    feed.look(criteria, at(50))
    feed.look(criteria, at(70))
    expect(asked.map(({ signal }) => signal.aborted)).toEqual([true, false])
    await asked[1]?.answer()
    await asked[0]?.answer()
    expect(shown).toEqual([asked[1]?.address])
  })

  it('shows what was answered lately without asking, and asks again later', async () => {
    const { feed, asked, shown, clock } = makeFeed()
    for (const lng of [50, 70]) {
      feed.look(criteria, at(lng))
      await asked.at(-1)?.answer()
    }
    feed.look(criteria, at(50))
    expect(shown).toEqual([asked[0]?.address, asked[1]?.address, asked[0]?.address])
    expect(asked).toHaveLength(2)
    clock.now = 60_000
    feed.look(criteria, at(50))
    expect(asked).toHaveLength(3)
  })

  it('asks anew for other criteria, and after an answer that did not come', async () => {
    const { feed, asked, shown } = makeFeed()
    feed.look(criteria, at(70))
    await asked[0]?.fail()
    feed.look(criteria, at(70))
    await asked[1]?.answer()
    feed.look({ ...criteria, sectors: ['it'] }, at(70))
    await asked[2]?.answer()
    expect(shown).toEqual([asked[1]?.address, asked[2]?.address])
    expect(asked[2]?.address).toContain('sector=it')
  })

  it('draws nothing once it is stopped', async () => {
    const { feed, asked, shown } = makeFeed()
    feed.look(criteria, at(50), true)
    feed.look(criteria, at(60), true)
    feed.stop()
    await asked[0]?.answer()
    expect(asked).toHaveLength(1)
    expect(shown).toEqual([])
  })
})
