import type { FieldConflict, SaveReply } from '#app/domain/sites/editor-data'
import type { Faults } from '#app/domain/sites/form/form-fields'
import type { FormValues } from '#app/domain/sites/form/write-form'
import type { Typed } from './form-controls'

type Saved = Extract<SaveReply, { ok: true }>

/** Values that somebody else saved and that the form takes over. */
export type Adopted = Record<string, string[]>

/**
 * What the server has of each field, beside what stands in the form: so that only what was changed is sent, with the value
 * that it was based on, and what others changed meanwhile is taken over or told.
 */
export class DraftState {
  /** As the server has it. */
  readonly #base = new Map<string, string>()
  /** As it stood in the form when the server had it. */
  readonly #known = new Map<string, string>()
  #conflicts: Record<string, FieldConflict> = {}

  constructor(values: FormValues) {
    for (const [name, texts] of Object.entries(values)) this.#settle(name, texts.join('\n'))
  }

  get conflicts(): Record<string, FieldConflict> {
    return this.#conflicts
  }

  /** Names of the fields to send, and their bases. A field with a conflict waits for a decision. */
  changes(typed: Typed): Map<string, string> {
    const names = [...typed.keys()].filter((name) => this.#known.get(name) !== typed.get(name))
    return new Map(names.filter((name) => !(name in this.#conflicts)).map((name) => [name, this.#base.get(name) ?? '']))
  }

  /** Takes in what the server said to the fields that were sent as `sent`; gives back what the form must show otherwise. */
  take(reply: Saved, sent: Typed, typed: Typed): Adopted {
    const adopted = reply.theirs === null ? {} : this.#adopt(reply.theirs.values, sent, typed)
    for (const [name, text] of sent) {
      if (name in reply.conflicts) continue
      const stored = reply.values[name] ?? reply.theirs?.values[name]
      if (stored !== undefined) this.#base.set(name, stored.join('\n'))
      if (name in reply.faults) this.#known.delete(name)
      else this.#known.set(name, text)
    }
    for (const [name, texts] of Object.entries(reply.values)) {
      if (sent.has(name)) continue
      // The server took it out because of another field; as long as it stands in the form, it is sent again.
      this.#base.set(name, texts.join('\n'))
      if (typed.has(name) && typed.get(name) !== texts.join('\n')) this.#known.delete(name)
    }
    this.#forget(reply.faults)
    for (const [name, { theirs }] of Object.entries(reply.conflicts)) {
      const { who = '', at = '' } = reply.theirs ?? {}
      this.#conflicts = { ...this.#conflicts, [name]: { theirs, who, at } }
    }
    return adopted
  }

  /** Ends a conflict. `mine`: the field is sent over their value. `theirs`: the values that the form takes over. */
  decide(name: string, keeps: 'mine' | 'theirs'): string[] | null {
    const { [name]: conflict, ...others } = this.#conflicts
    if (conflict === undefined) return null
    this.#conflicts = others
    this.#base.set(name, conflict.theirs.join('\n'))
    if (keeps === 'mine') {
      this.#known.delete(name)
      return null
    }
    this.#settle(name, conflict.theirs.join('\n'))
    return conflict.theirs
  }

  #settle(name: string, text: string): void {
    this.#base.set(name, text)
    this.#known.set(name, text)
  }

  /** What others saved, in fields that nobody touched here. */
  #adopt(values: FormValues, sent: Typed, typed: Typed): Adopted {
    const others = Object.entries(values).filter(([name, texts]) => {
      if (sent.has(name) || !typed.has(name) || name in this.#conflicts) return false
      return texts.join('\n') !== this.#base.get(name) && typed.get(name) === this.#known.get(name)
    })
    for (const [name, texts] of others) this.#settle(name, texts.join('\n'))
    return Object.fromEntries(others)
  }

  /** A field that the server refused is sent with every save until it is right. */
  #forget(faults: Faults): void {
    for (const name of Object.keys(faults)) this.#known.delete(name)
  }
}
