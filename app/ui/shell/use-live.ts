import { useRevalidator } from '@remix-run/react'
import { useEffect, useRef, useState } from 'react'

/** Several changes at once are one look at the data. */
const gatherMs = 200
/** Longer than it takes to load the data of the next page. */
const navigationMs = 5_000
const firstPauseMs = 1_000
const longestPauseMs = 60_000

export type LiveState = {
  /** Unread notices as the server last said, since the data of the page came; null while it has said nothing. */
  unread: number | null
  /** How often the page has been brought up to date. */
  updates: number
}

type Order = {
  /** What to listen to; null where there is nothing. */
  query: string | null
  /** Whether the page shows something that changes, and loads its data again when it does. */
  canReload: boolean
  /** The data of the page: what was heard before they came is out of date. */
  loaded: object
}

/**
 * Keeps the page up to date while it is looked at: listens to the server, and loads the data of the page again when they
 * have changed; what is being typed stays. A hidden page does not listen, so that many open tabs do not use up the
 * connections of the browser. A lost line is taken up again after a pause that grows; without one the page works as ever.
 */
export function useLive({ query, canReload, loaded }: Order): LiveState {
  const { revalidate } = useRevalidator()
  const [heard, setHeard] = useState<{ unread: number; loaded: object } | null>(null)
  const [updates, setUpdates] = useState(0)
  const latest = useRef({ revalidate, loaded })
  useEffect(() => {
    latest.current = { revalidate, loaded }
  }, [revalidate, loaded])

  useEffect(() => {
    if (query === null || !('EventSource' in window)) return
    let gathering: number | undefined
    const reload = () => {
      if (!canReload) return
      window.clearTimeout(gathering)
      gathering = window.setTimeout(() => {
        latest.current.revalidate()
        setUpdates((count) => count + 1)
      }, gatherMs)
    }
    const line = new Line(query, {
      onBell: (unread) => setHeard({ unread, loaded: latest.current.loaded }),
      onCase: reload,
    })
    const follow = () => (document.visibilityState === 'visible' ? line.open() : line.close())
    document.addEventListener('visibilitychange', follow)
    follow()
    return () => {
      document.removeEventListener('visibilitychange', follow)
      window.clearTimeout(gathering)
      line.close()
    }
  }, [query, canReload])

  return { unread: heard?.loaded === loaded ? heard.unread : null, updates }
}

let isFirstLine = true

function takeStart(): number {
  const start = isFirstLine ? 0 : Math.max(0, performance.now() - navigationMs)
  isFirstLine = false
  return start
}

type Hearing = { onBell: (unread: number) => void; onCase: () => void }

/** A line to the server that is taken up again when it breaks. */
class Line {
  #source: EventSource | null = null
  #retry: number | undefined
  #pause = firstPauseMs
  /** Since when the page may not have heard of something: since its document, or the data it went on to, were asked for. */
  #deafSince = takeStart()

  constructor(
    private readonly query: string,
    private readonly hearing: Hearing,
  ) {}

  open(): void {
    if (this.#source !== null) return
    window.clearTimeout(this.#retry)
    const age = Math.round(performance.now() - this.#deafSince)
    const source = new EventSource(`/api/live?${this.query}${this.query === '' ? '' : '&'}age=${age}`)
    this.#source = source
    source.addEventListener('open', () => (this.#pause = firstPauseMs))
    source.addEventListener('bell', ({ data }: MessageEvent<string>) => {
      const { unread } = JSON.parse(data) as { unread: number }
      this.hearing.onBell(unread)
    })
    source.addEventListener('case', () => this.hearing.onCase())
    source.addEventListener('error', () => {
      this.close()
      this.#retry = window.setTimeout(() => this.open(), this.#pause * (0.75 + Math.random() / 2))
      this.#pause = Math.min(this.#pause * 2, longestPauseMs)
    })
  }

  close(): void {
    window.clearTimeout(this.#retry)
    if (this.#source === null) return
    this.#source.close()
    this.#source = null
    this.#deafSince = performance.now()
  }
}
