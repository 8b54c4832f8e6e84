const dayMs = 86_400_000

/** Days that were written lately; a catalogue has few, and the calendar takes longer than all else of a card. */
const days = new Map<number, string>()
const mostDays = 5000

const two = Array.from({ length: 60 }, (_, value) => String(value).padStart(2, '0'))

/** `toISOString` of a moment. */
export function writeInstant(ms: number): string {
  const day = Math.floor(ms / dayMs)
  const rest = ms - day * dayMs
  const seconds = Math.floor(rest / 1000)
  const clock = `${two[Math.floor(seconds / 3600)]}:${two[Math.floor(seconds / 60) % 60]}:${two[seconds % 60]}`
  return `${writeDay(day)}T${clock}.${String(rest % 1000).padStart(3, '0')}Z`
}

function writeDay(day: number): string {
  let text = days.get(day)
  if (text === undefined) {
    if (days.size >= mostDays) days.clear()
    text = new Date(day * dayMs).toISOString().slice(0, -14)
    days.set(day, text)
  }
  return text
}
