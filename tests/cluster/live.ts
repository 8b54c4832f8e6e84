import { setTimeout } from 'node:timers/promises'

/** A page that follows: reads events as a browser does and comes again when its stream ends. */
export class LivePage {
  readonly heard: number[] = []
  opened = 0
  #stop = new AbortController()
  #running: Promise<void> = Promise.resolve()

  constructor(private readonly url: string) {}

  start(): this {
    this.#running = this.#follow()
    return this
  }

  async stop(): Promise<void> {
    this.#stop.abort()
    await this.#running
  }

  async #follow(): Promise<void> {
    const { signal } = this.#stop
    while (!signal.aborted) {
      await this.#read(signal).catch(() => undefined)
      await setTimeout(500, null, { signal }).catch(() => undefined)
    }
  }

  async #read(signal: AbortSignal): Promise<void> {
    const answer = await fetch(this.url, { signal, headers: { accept: 'text/event-stream' } })
    if (answer.status !== 200 || answer.body === null) return
    this.opened += 1
    const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader()
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      if (part.value.includes('event: case')) this.heard.push(performance.now())
    }
  }
}
