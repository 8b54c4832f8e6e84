/** A value as text: Remix's own encoding of a list of many small objects weighs twice as much in a compressed page. */
export type Packed<Value> = { text: string; readonly brand?: Value }

/** For what JSON can say: no dates, no undefined in lists. */
export function pack<Value>(value: Value): Packed<Value> {
  return { text: JSON.stringify(value) }
}

export function unpack<Value>({ text }: Packed<Value>): Value {
  return JSON.parse(text) as Value
}
