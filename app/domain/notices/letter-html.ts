import type { Letter } from '#app/domain/notices/letter'
import { escapeHtml, oneLine } from '#app/domain/notices/rules'
import type { Language } from '#app/platform/i18n/language'
import type { TFunction } from 'i18next'

/** Mail programs know no variables: these are the tokens of the product by value (styles/tokens.css). */
const ink = '#1b2430'
const muted = '#4a5563'
const paper = '#fbfaf7'
const surface = '#ffffff'
const line = '#dedbd3'
const accent = '#0f5c7a'

const font = `font-family:Inter,'Segoe UI',Roboto,Helvetica,Arial,sans-serif`
const body = `${font};font-size:16px;line-height:24px;color:${ink}`
const small = `${font};font-size:14px;line-height:20px;color:${muted}`

/** Where a program shows letters dark, and honours styles; the others keep the light letter or turn it themselves. */
const darkStyles = `@media (prefers-color-scheme: dark) {
.paper { background: #12181f !important; } .surface { background: #1b2430 !important; border-color: #39434f !important; }
.ink { color: #f1efea !important; } .muted { color: #b6bdc7 !important; } .link { color: #7cc0dc !important; }
.quote { border-color: #7cc0dc !important; } .line { border-color: #39434f !important; } }`

type Place = { origin: string; language: Language; t: TFunction; greeting: string }

/**
 * The letter as HTML: one column of tables with its styles in place, so that Outlook, Gmail and a phone show the same.
 * It says what the text says, in the same order, and loads nothing: no pictures, no fonts.
 */
export function writeHtml(letter: Letter, { origin, language, t, greeting }: Place): string {
  const link = (path: string, words: string, style: string, first = '') =>
    `<a${first} href="${escapeHtml(origin + path)}" class="link" style="${style};color:${accent}">${escapeHtml(words)}</a>`
  const parts = [
    paragraph(greeting),
    paragraph(letter.intro),
    letter.quote ? quotation(letter.quote) : '',
    letter.facts?.length ? factTable(letter.facts, (path, words) => link(path, words, body)) : '',
    button(origin + letter.link, letter.action),
    letter.note ? `<p class="muted" style="${small};margin:0 0 16px">${escapeHtml(letter.note)}</p>` : '',
  ]
  const stops = (letter.stops ?? []).map(([words, path], index, all) =>
    link(path, words, small, index === all.length - 1 ? ' rel="unsubscribe"' : ''),
  )
  const foot = [escapeHtml(t('notices.letter.sender')), escapeHtml(t('notices.letter.automatic')), ...stops]
  const title = escapeHtml(oneLine(letter.subject, 180))
  return frame({ title, language, name: escapeHtml(t('ui.product.name')), content: parts.join('\n'), foot })
}

type Frame = { title: string; language: Language; name: string; content: string; foot: string[] }

/** The page around what a letter says. */
function frame({ title, language, name, content, foot }: Frame): string {
  const table = 'role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"'
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark">
<meta name="format-detection" content="telephone=no,date=no,address=no"><title>${title}</title>
<style>${darkStyles}</style></head>
<body class="paper" style="margin:0;padding:0;background:${paper};-webkit-text-size-adjust:100%">
<table ${table} class="paper" bgcolor="${paper}" style="background:${paper}"><tr><td align="center" style="padding:24px 12px">
<!--[if mso]><table role="presentation" width="600" cellpadding="0" cellspacing="0" border="0"><tr><td><![endif]-->
<table ${table} style="max-width:600px">
<tr><td class="link" style="${body};font-size:20px;line-height:28px;font-weight:bold;color:${accent};padding:0 4px 12px">${name}</td></tr>
<tr><td class="surface" bgcolor="${surface}" style="background:${surface};border:1px solid ${line};border-radius:10px;padding:28px 24px 12px;word-break:break-word">
${content}
</td></tr>
<tr><td class="muted" style="${small};padding:16px 4px 0">${foot.join('<br>\n')}</td></tr>
</table>
<!--[if mso]></td></tr></table><![endif]-->
</td></tr></table>
</body></html>`
}

function paragraph(text: string): string {
  return `<p class="ink" style="${body};margin:0 0 16px">${escapeHtml(text)}</p>`
}

function quotation(text: string): string {
  const lines = text.split(/\r\n|[\r\n]/).map((each) => escapeHtml(oneLine(each, 2000)))
  return `<blockquote class="ink quote" style="${body};margin:0 0 16px;padding:4px 0 4px 16px;border-left:3px solid ${accent}">${lines.join('<br>')}</blockquote>`
}

/** Label over value: two columns would not fit a phone, and mail programs do not fold them. */
function factTable(facts: NonNullable<Letter['facts']>, link: (path: string, words: string) => string): string {
  const rows = facts.map(([label, value, path]) => {
    const said = path === undefined ? escapeHtml(value) : link(path, value)
    return `<tr><td class="line" style="border-top:1px solid ${line};padding:10px 0">
<div class="muted" style="${small}">${escapeHtml(label)}</div><div class="ink" style="${body}">${said}</div></td></tr>`
  })
  return `<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="margin:0 0 20px">${rows.join('\n')}</table>`
}

/** The colour is the cell's, since Outlook paints no padding of a link. */
function button(address: string, words: string): string {
  const style = `${font};display:inline-block;padding:13px 24px;font-size:16px;line-height:22px;font-weight:bold;color:#ffffff;text-decoration:none`
  return `<table role="presentation" cellpadding="0" cellspacing="0" border="0" style="margin:0 0 20px"><tr><td bgcolor="${accent}" style="background:${accent};border-radius:6px"><a href="${escapeHtml(address)}" style="${style}">${escapeHtml(words)}</a></td></tr></table>`
}
