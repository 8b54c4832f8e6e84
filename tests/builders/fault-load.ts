import { FaultClient, importForm, inquiryFields, openForm } from '#tests/builders/fault-client'
import type { OwnProduct } from '#tests/setup/own-product'
import { until } from '#tests/setup/until'
import { randomUUID } from 'node:crypto'

const sites = ['BLQ-0042', 'EKB-0011', 'TMT-0031']

type Sent = { fields: ReturnType<typeof inquiryFields>; reference: string | null; number: string | null }

/**
 * A mixed load over HTTP that remembers what was acknowledged: inquiries confirmed by the link of their letter, edits of a
 * draft, imports and reconfirmations. What got no answer because the product died is sent again, unchanged.
 */
export class FaultLoad {
  readonly inquiries: Sent[] = []
  readonly imports: { name: string; id: string | null; isConfirmed: boolean }[] = []
  /** The last text of the draft that was acknowledged, and those that were sent since and may have arrived. */
  edit = { draft: '', saved: '', tried: [] as string[], acknowledged: 0 }
  confirmedAfter: Date | null = null
  reconfirmations = 0
  /** Answers that are neither an acknowledgement nor an end of the product. */
  readonly unexpected: string[] = []
  #opened = ''
  #isRunning = false
  #editor: FaultClient

  constructor(private readonly product: OwnProduct) {
    this.#editor = this.#client()
  }

  /** Signs in, opens a form and makes the draft that is edited. */
  async prepare(): Promise<void> {
    await this.#editor.signIn('editor@balkhash.demo')
    this.#opened = await openForm(this.#client(), sites[0] ?? '')
    const names = { name_kk: 'Сынақ алаңы', name_ru: 'Проба', name_en: 'Trial' }
    const order = { key: randomUUID(), townKey: 'balkhash', kind: 'building', ...names }
    const { headers } = await this.#editor.post('/ru/akimat/sites/new', order)
    this.edit.draft = /BLQ-\d{4}/.exec(headers.get('location') ?? '')?.[0] ?? ''
  }

  /** Works until `whenGone` resolves; all that is under way by then fails or is answered. */
  async run(whenGone: Promise<void>): Promise<void> {
    this.#isRunning = true
    void whenGone.then(() => (this.#isRunning = false))
    const work = [() => this.inquire(), () => this.#confirmNext(), () => this.#save(), () => this.#import()]
    await Promise.all([...work, () => this.#reconfirm()].map((each) => this.#repeat(each)))
  }

  async #repeat(work: () => Promise<unknown>): Promise<void> {
    while (this.#isRunning) {
      await work().catch((error: unknown) => {
        // The product has died, or is about to.
        if (!(error instanceof TypeError)) throw error
        this.#isRunning = false
      })
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
  }

  /** Sends what waits for an answer, else a new inquiry. */
  async inquire(): Promise<void> {
    const waiting = this.inquiries.find(({ reference }) => reference === null)
    const site = sites[this.inquiries.length % sites.length] ?? ''
    const sent: Sent = waiting ?? { fields: inquiryFields(site, this.#opened), reference: null, number: null }
    if (!waiting) this.inquiries.push(sent)
    const answer = await this.#client().post(`/ru/inquiries/new?site=${sent.fields.site}`, sent.fields)
    const key = /key=([^&]+)/.exec(answer.headers.get('location') ?? '')?.[1]
    if (answer.status !== 303 || key === undefined) return this.#note('inquiry', answer.status)
    sent.reference = decodeURIComponent(key)
  }

  /** Follows the link of a letter that has arrived. */
  async #confirmNext(): Promise<void> {
    for (const sent of this.inquiries) {
      if (sent.number === null && (await this.confirm(sent))) return
    }
  }

  async confirm(sent: Sent): Promise<boolean> {
    const letter = this.product.inbox.received.find(({ to }) => to.includes(sent.fields.email))
    const token = /inquiries\/confirm\?token=([\w-]+)/.exec(letter?.mail.text ?? '')?.[1]
    if (token === undefined) return false
    const answer = await this.#client().post(`/ru/inquiries/confirm?token=${token}`, {})
    sent.number = /inquiries\/(\d{4}-\d{5})/.exec(answer.headers.get('location') ?? '')?.[1] ?? null
    if (sent.number === null) this.#note('confirmation', answer.status)
    return true
  }

  async #save(): Promise<void> {
    const [row] = await this.product
      .ask<{ revision: number }>(
        `SELECT v.revision FROM "SiteVersion" v JOIN "Site" s ON s.id = v."siteId" WHERE s.number = $1`,
        [this.edit.draft],
      )
      .catch(() => [])
    if (row === undefined) return
    const text = `Проба ${randomUUID()}`
    this.edit.tried.push(text)
    const names = { 'identity.name.kk': 'Сынақ алаңы', 'identity.name.ru': text, 'identity.name.en': 'Trial' }
    const form = { group: 'identity', revision: String(row.revision), ...names }
    const { status } = await this.#editor.post(`/ru/akimat/sites/${this.edit.draft}/save`, form)
    // 409: an earlier save of ours arrived although its answer was lost.
    if (status === 409) return
    if (status !== 200) return this.#note('edit', status)
    this.edit.saved = text
    this.edit.tried = []
    this.edit.acknowledged += 1
  }

  /** Loads a table and confirms it when it has been read. */
  async #import(): Promise<void> {
    const open = this.imports.find(({ isConfirmed }) => !isConfirmed)
    const one = open ?? { name: `Ангар ${randomUUID()}`, id: null, isConfirmed: false }
    if (!open) this.imports.push(one)
    if (one.id === null) await this.#upload(one)
    if (one.id !== null) await this.#confirmImport(one)
  }

  async #upload(one: FaultLoad['imports'][number]): Promise<void> {
    const answer = await this.#editor.post('/ru/akimat/import', importForm(one.name))
    one.id = /import\/([0-9a-f-]{36})/.exec(answer.headers.get('location') ?? '')?.[1] ?? null
    if (one.id === null) this.#note('import', answer.status)
  }

  async #confirmImport(one: FaultLoad['imports'][number]): Promise<void> {
    const state = await this.stateOf(one.id ?? '')
    if (state === 'confirmed' || state === 'done') one.isConfirmed = true
    if (state !== 'ready') return
    const { status } = await this.#editor.post(`/ru/akimat/import/${one.id}`, { intent: 'confirm' })
    if (status === 303) one.isConfirmed = true
    else this.#note('import confirmed', status)
  }

  async stateOf(id: string): Promise<string | null> {
    const rows = await this.product
      .ask<{ state: string }>('SELECT state FROM "ImportBatch" WHERE id = $1', [id])
      .catch(() => [])
    return rows[0]?.state ?? null
  }

  async #reconfirm(): Promise<void> {
    const before = new Date()
    const { status } = await this.#editor.post(`/ru/akimat/sites/${sites[0]}/confirm`, { intent: 'all' })
    if (status !== 303) return this.#note('reconfirmation', status)
    this.confirmedAfter = before
    this.reconfirmations += 1
  }

  /** Gets an answer to everything that is still open: sends, confirms and stores it. */
  async settle(): Promise<void> {
    while (this.inquiries.some(({ reference }) => reference === null)) await this.inquire()
    await until(async () => {
      for (const sent of this.inquiries) if (sent.number === null) await this.confirm(sent)
      return this.inquiries.every(({ number }) => number !== null)
    }, 180_000)
    await until(async () => {
      for (const one of this.imports) {
        if (one.id === null) await this.#upload(one)
        else if (!one.isConfirmed) await this.#confirmImport(one)
      }
      return this.imports.every(({ isConfirmed }) => isConfirmed)
    }, 240_000)
  }

  #note(what: string, status: number): void {
    this.unexpected.push(`${what}: ${status}`)
  }

  #client(): FaultClient {
    return new FaultClient(() => this.product.url)
  }
}
