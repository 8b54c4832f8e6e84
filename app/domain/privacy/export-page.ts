import { escapeHtml } from '#app/domain/notices/rules'

/** The data as a page that needs no program but a browser: headings of the sections, beneath them names and values. */
export function exportPage(data: Record<string, unknown>, title: string, nameSection: (key: string) => string): string {
  const sections = Object.entries(data).map(([key, value]) => `<h2>${escapeHtml(nameSection(key))}</h2>${show(value)}`)
  return `<!doctype html><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(title)}</title>
<style>body{font:1rem/1.5 sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}dl{border-left:2px solid #ccc;padding-left:1rem}dt{color:#555}dd{margin:0 0 .5rem;white-space:pre-wrap;overflow-wrap:anywhere}</style>
<h1>${escapeHtml(title)}</h1>${sections.join('\n')}\n`
}

function show(value: unknown): string {
  if (value === null || value === undefined || value === '') return '—'
  if (Array.isArray(value))
    return value.length === 0 ? '—' : `<ol>${value.map((item) => `<li>${show(item)}</li>`).join('')}</ol>`
  if (typeof value !== 'object') return escapeHtml(String(value as string | number | boolean))
  const lines = Object.entries(value).map(([key, item]) => `<dt>${escapeHtml(key)}</dt><dd>${show(item)}</dd>`)
  return `<dl>${lines.join('')}</dl>`
}
