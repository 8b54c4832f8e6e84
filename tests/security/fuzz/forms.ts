import fc from 'fast-check'

type Pair = [name: string, value: string]

/** A form as a page shows it. Of each part a person sends one of what it allows; null where that may be nothing. */
export type FoundForm = { path: string; isMultipart: boolean; parts: (Pair | null)[][] }

const FORM = /<form\b([^>]*)>([\s\S]*?)<\/form>/g
const CONTROL = /<(input|button|select|textarea)\b([^>]*)>/g
const OPTION = /<option\b([^>]*)>/g

/** What people type. Passwords are wrong ones: with the right one a form could end the person of the fuzz. */
const typed: Record<string, string[]> = {
  date: ['2020-01-01', '2026-11-29', '2026-12-24', '2027-03-01', '2035-06-01'],
  'datetime-local': ['2020-01-01T10:00', '2026-12-03T10:00', '2027-03-01T15:30'],
  time: ['09:00', '18:30'],
  number: ['0', '1', '7', '250', '1000000', '2.5', '-1'],
  email: ['fuzz@example.com', 'investor@company.demo'],
  tel: ['+7 701 555 01 23'],
  url: ['https://example.com/plan'],
  password: ['another-Long-1'],
  text: ['Цех № 2, корпус «Б»', 'ул. Ленина, 1', '2500', '48,9', '2026-12-24', 'BLQ-0042', '2026-00001', 'spk-tobol'],
}

/** The forms of a page that change something, with what their fields allow. */
export function formsOf(page: string, path: string): FoundForm[] {
  return [...page.matchAll(FORM)].flatMap(([, head = '', inside = '']): FoundForm[] => {
    if (!/method="post"/i.test(head)) return []
    const target = attributeOf(head, 'action') ?? path
    if (!target.startsWith('/')) return []
    return [{ path: target, isMultipart: head.includes('multipart/form-data'), parts: partsOf(inside).slice(0, 80) }]
  })
}

/** What a form would send when a person fills it in sensibly: half of the fields stay as they are shown. */
export function fillIn({ parts }: FoundForm): fc.Arbitrary<Pair[]> {
  const picks = parts.map((part) => {
    const [name, value = ''] = part[0] ?? ['']
    // The key of a form that is sent once: with an old one it would only be answered as before.
    if (name === 'form' && value !== '') return fc.uuid().map((key): Pair => [name, key])
    return fc.oneof(fc.constant(part[0] ?? null), fc.constantFrom(...part))
  })
  return fc.tuple(...picks).map((pairs) => pairs.filter((pair) => pair !== null))
}

function partsOf(inside: string): (Pair | null)[][] {
  const parts = new Map<string, (Pair | null)[]>()
  for (const found of inside.matchAll(CONTROL)) {
    const [, tag = '', head = ''] = found
    const name = attributeOf(head, 'name')
    if (name === undefined) continue
    const type = tag === 'input' ? (attributeOf(head, 'type') ?? 'text') : tag
    const after = inside.slice(found.index + found[0].length)
    const value = tag === 'textarea' ? unescapeHtml(after.split('</textarea>', 1)[0] ?? '') : attributeOf(head, 'value')
    const choices = choicesOf(type, [name, value ?? ''], after)
    // Of radios and of buttons one is sent.
    const key = type === 'radio' ? `radio ${name}` : type === 'button' ? 'button' : `${parts.size}`
    parts.set(key, [...(parts.get(key) ?? []), ...choices])
  }
  return [...parts.values()]
}

function choicesOf(type: string, pair: Pair, after: string): (Pair | null)[] {
  const [name] = pair
  if (type === 'checkbox') return [pair, null]
  if (type === 'select') {
    const options = (after.split('</select>', 1)[0] ?? '').matchAll(OPTION)
    return [...options].map(([, head = '']): Pair => [name, attributeOf(head, 'value') ?? ''])
  }
  if (['hidden', 'radio', 'button', 'file'].includes(type)) return [pair]
  return [pair, ...(typed[type] ?? typed.text ?? []).map((text): Pair => [name, text])]
}

function attributeOf(head: string, name: string): string | undefined {
  const value = new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(head)?.[1]
  return value === undefined ? undefined : unescapeHtml(value)
}

export function unescapeHtml(text: string): string {
  const signs: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#x27': "'", '#39': "'" }
  return text.replace(/&(amp|lt|gt|quot|#x27|#39);/g, (_, name: string) => signs[name] ?? '')
}
