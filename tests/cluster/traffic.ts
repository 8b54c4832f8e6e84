import { setTimeout } from 'node:timers/promises'
import { ask, fillInquiry, refused, type Inquiry } from './visitor'

/** `began`: when it was asked, `performance.now()`. */
export type Failure = { method: string; path: string; status: number; began: number }

const paths = [
  '/ru/sites',
  '/kk/sites?kind=building',
  '/api/sites?sector=it',
  '/api/map?zoom=5',
  '/robots.txt',
  '/healthz',
]
const everyMs = 100
const everyForm = 10

/**
 * People at the proxy: ten requests a second whether earlier ones were answered or not, each tenth the form of an inquiry
 * or a page of a passport that is made anew. A form that fails is sent again with the same key, as a person does.
 */
export class Traffic {
  readonly failures: Failure[] = []
  readonly acknowledged: Inquiry[] = []
  refused = 0
  asked = 0
  sentAgain = 0
  readonly #open = new Set<Promise<void>>()
  #isOver = false
  #running: Promise<void> = Promise.resolve()

  constructor(
    private readonly base: string,
    private readonly opened: string,
  ) {}

  start(): this {
    this.#running = this.#run()
    return this
  }

  async stop(): Promise<void> {
    this.#isOver = true
    await this.#running
    await Promise.all(this.#open)
  }

  /** That many forms at this very moment. */
  rush(count: number): void {
    for (let index = 0; index < count; index += 1) this.#begin(this.#sendForm())
  }

  async #run(): Promise<void> {
    for (let turn = 0; !this.#isOver; turn += 1) {
      if (turn % everyForm === 0) this.#begin(this.#sendForm())
      else if (turn % everyForm === 5) this.#begin(this.#read('/ru/sites/BLQ-0042'))
      else this.#begin(this.#read(paths[turn % paths.length] ?? '/'))
      await setTimeout(everyMs)
    }
  }

  #begin(work: Promise<void>): void {
    this.#open.add(work)
    void work.finally(() => this.#open.delete(work))
  }

  async #read(path: string): Promise<void> {
    const began = performance.now()
    this.asked += 1
    this.#note({ method: 'GET', path, began, status: await ask(this.base, path) })
  }

  async #sendForm(): Promise<void> {
    const inquiry = fillInquiry('BLQ-0042', this.opened)
    for (;;) {
      const began = performance.now()
      this.asked += 1
      const status = await ask(this.base, inquiry.path, inquiry)
      if (this.#note({ method: 'POST', path: inquiry.path, began, status })) break
      this.sentAgain += 1
      await setTimeout(1_000)
    }
    this.acknowledged.push(inquiry)
  }

  /** Whether it was done. A refusal for want of time is no failure: it says when to come again, and that is done. */
  #note({ status, ...asked }: Omit<Failure, 'status'> & { status: number | typeof refused }): boolean {
    if (status === refused) this.refused += 1
    else if (status < 200 || status >= 400) this.failures.push({ ...asked, status })
    else return true
    return false
  }
}
