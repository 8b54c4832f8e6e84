/** Facts that the words of a code need, e.g. `{ max: 100 }`. */
export type VerdictParams = Record<string, string | number>

export type No<Code extends string = string> = { ok: false; code: Code; params?: VerdictParams }

/** An answer that may be an expected "no": the code is translated by the interface, never shown as it is. */
export type Verdict<Value, Code extends string = string> = { ok: true; value: Value } | No<Code>

/** The verdict "yes" with its value. */
export function yes<Value>(value: Value): { ok: true; value: Value } {
  return { ok: true, value }
}

/** The verdict "no" with its code and the facts that its words need. */
export function no<Code extends string>(code: Code, params?: VerdictParams): No<Code> {
  return params === undefined ? { ok: false, code } : { ok: false, code, params }
}
