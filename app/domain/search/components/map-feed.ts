import { askMap, holdsFor, type MapQuestion, type SeenMap } from '#app/domain/search/map-question'
import type { Criteria } from '#app/domain/search/model'
import type { MapFeatures } from '#app/ui/map/map-props'

type FeedParts = {
  /** Fetches an answer; rejects when there is none, or when it is not wanted any more. */
  ask: (address: string, signal: AbortSignal) => Promise<MapFeatures>
  show: (features: MapFeatures) => void
  /** Milliseconds of a clock that only goes forward. */
  now: () => number
}

type Kept = { question: MapQuestion; features: MapFeatures; at: number }
type Look = { criteria: Criteria; seen: SeenMap }

/** Answers that are shown again without being asked, and for how long: what is published meanwhile shall show. */
const mostKept = 24
const keptMs = 30_000

/**
 * Circles and pins for a map that is moved. One question runs at a time: while the map moves, the next one is asked when
 * the last is answered, and where the map comes to rest is asked at once, in the place of one that still runs. What is
 * drawn stays until there is something newer, and an answer to what is no longer asked is never drawn.
 */
export class MapFeed {
  readonly #parts: FeedParts
  readonly #recent = new Map<string, Kept>()
  #shown: Kept | null = null
  #running: { address: string; abort: AbortController } | null = null
  #next: Look | null = null

  constructor(parts: FeedParts) {
    this.#parts = parts
  }

  /** Tells what the map shows, on its way (`isMoving`) or at rest. */
  look(criteria: Criteria, seen: SeenMap, isMoving = false): void {
    const question = askMap(criteria, seen)
    this.#next = null
    if (this.#shown && this.#isYoung(this.#shown) && holdsFor(this.#shown.question, question, seen)) return this.#drop()
    const kept = this.#recent.get(question.address)
    if (kept && this.#isYoung(kept)) return this.#show(kept)
    if (this.#running?.address === question.address) return
    if (this.#running && isMoving) this.#next = { criteria, seen }
    else void this.#ask(question)
  }

  /** Asks nothing any more; what is drawn stays. */
  stop(): void {
    this.#next = null
    this.#drop()
  }

  async #ask(question: MapQuestion): Promise<void> {
    this.#drop()
    const own = (this.#running = { address: question.address, abort: new AbortController() })
    try {
      const features = await this.#parts.ask(question.address, own.abort.signal)
      if (this.#running === own) this.#keep({ question, features, at: this.#parts.now() })
    } catch {
      // Moved on, or the line is down: the next move asks again.
    }
    if (this.#running !== own) return
    this.#running = null
    if (this.#next) this.look(this.#next.criteria, this.#next.seen)
  }

  #keep(kept: Kept): void {
    const { address } = kept.question
    this.#recent.delete(address)
    this.#recent.set(address, kept)
    for (const oldest of this.#recent.keys()) {
      if (this.#recent.size <= mostKept) break
      this.#recent.delete(oldest)
    }
    this.#shown = kept
    this.#parts.show(kept.features)
  }

  #show(kept: Kept): void {
    this.#drop()
    this.#shown = kept
    this.#parts.show(kept.features)
  }

  #drop(): void {
    this.#running?.abort.abort()
    this.#running = null
  }

  #isYoung({ at }: Kept): boolean {
    return this.#parts.now() - at < keptMs
  }
}
