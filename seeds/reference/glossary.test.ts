import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import glossary from './glossary.json'

const context = readFileSync('docs/CONTEXT.md', 'utf8').toLocaleLowerCase('ru')

describe('the words of the product', () => {
  it.each(glossary.terms)('$key follows the official wording in three languages', ({ kk, ru, en }) => {
    const bare = (words: string) => words.replace(/\s*\(.*\)$/, '').toLocaleLowerCase('ru')
    for (const words of [kk, ru, en]) expect(context).toContain(bare(words))
  })
})
