import { readdirSync, readFileSync } from 'node:fs'
import type { Language } from '#app/platform/i18n/language'

/** Words that no Kazakh text has and hardly any Russian sentence lacks. */
export const russianTelltale =
  /(^|[\s«(])(и|или|для|на|по|вы|это|что|как|нет|при|до|если|будет|нужно)(?=[\s,.:;!?»)]|$)/iu

/** Letters that Russian does not have. */
export const kazakhLetters = /[әғқңөұүһі]/iu

/** Names that Russian itself writes with Kazakh letters: these, and official names between quotation marks. */
const kazakhNamesInRussian = /Алаң|Ұлытау|Жетісу|«[^«»]*»/gu

export function hasKazakhLetters(russian: string): boolean {
  return kazakhLetters.test(russian.replace(kazakhNamesInRussian, ''))
}

const localesDir = new URL('../../app/locales/', import.meta.url)

function textsOf(language: Language): Set<string> {
  const collect = (node: unknown): string[] => {
    if (typeof node === 'string') return [node]
    return typeof node === 'object' && node !== null ? Object.values(node).flatMap(collect) : []
  }
  const files = readdirSync(new URL(`${language}/`, localesDir))
  return new Set(
    files.flatMap((file) => collect(JSON.parse(readFileSync(new URL(`${language}/${file}`, localesDir), 'utf8')))),
  )
}

const known: Record<Language, Set<string>> = { kk: textsOf('kk'), ru: textsOf('ru'), en: textsOf('en') }

function isForeign(text: string, language: Language): boolean {
  const others = (['kk', 'ru', 'en'] as const).filter((other) => other !== language)
  if (/\p{L}{2}/u.test(text) && !known[language].has(text) && others.some((other) => known[other].has(text)))
    return true
  if (language === 'en') return /\p{Script=Cyrillic}/u.test(text)
  return language === 'ru' ? hasKazakhLetters(text) : russianTelltale.test(text)
}

const voidTags = new Set('area base br col embed hr img input link meta source track wbr'.split(' '))
const unreadTags = new Set(['script', 'style', 'template'])
const readAttributes = /\s(?:aria-label|title|alt|placeholder)="([^"]*)"/g

function unescape(text: string): string {
  const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ', '#x27': "'", '#39': "'" }
  return text.replace(/&(#?\w+);/g, (whole, name: string) => entities[name] ?? whole)
}

/**
 * Texts of a rendered page, attributes that are read out included, that are not in the page's language. An element with
 * its own `lang` is left out with everything in it: official names, messages of people, the language switch.
 */
export function textsInAnotherLanguage(html: string, language: Language): string[] {
  const found: string[] = []
  const open: { tag: string; isLeftOut: boolean }[] = []
  const check = (text: string) => {
    const words = unescape(text).replace(/\s+/gu, ' ').trim()
    if (words !== '' && isForeign(words, language)) found.push(words)
  }
  const body = html.slice(Math.max(0, html.indexOf('<body')))
  for (const [piece, closing, tag = '', attributes = ''] of tokens(body)) {
    const isLeftOut = open.at(-1)?.isLeftOut ?? false
    if (!piece.startsWith('<')) {
      if (!isLeftOut) check(piece)
    } else if (closing === '/') {
      const at = open.findLastIndex((element) => element.tag === tag.toLowerCase())
      if (at >= 0) open.length = at
    } else if (/^[a-z]/i.test(tag)) {
      const name = tag.toLowerCase()
      const ownLanguage = /\slang="([^"]*)"/.exec(attributes)?.[1]?.slice(0, 2)
      const isOther = ownLanguage !== undefined && ownLanguage !== language
      const isHidden = isLeftOut || unreadTags.has(name) || isOther
      if (!isHidden) for (const [, value = ''] of attributes.matchAll(readAttributes)) check(value)
      if (!voidTags.has(name) && !attributes.endsWith('/')) open.push({ tag: name, isLeftOut: isHidden })
    }
  }
  return found
}

function tokens(html: string): RegExpMatchArray[] {
  const unread = html.replace(/<(script|style|template)\b[\s\S]*?<\/\1>/gi, '').replace(/<!--[\s\S]*?-->/g, '')
  return [...unread.matchAll(/<(\/?)([a-z!][\w-]*)((?:"[^"]*"|'[^']*'|[^>"'])*)>|[^<]+/gi)]
}

/** Fails with the texts themselves when a page mixes languages. */
export function assertSingleLanguage(html: string, language: Language): void {
  const mixed = textsInAnotherLanguage(html, language)
  if (mixed.length > 0) throw new Error(`Not in ${language}: ${mixed.map((text) => `“${text}”`).join(', ')}`)
}
