import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { consentVersions, consentVersion } from '#app/domain/accounts/consents'
import { languages } from '#app/platform/i18n/language'

const cases = consentVersions.flatMap((version) => languages.map((language) => ({ ...version, language })))

it.each(cases)(
  'the consent of $id says in $language what it said when people agreed',
  ({ words, language, digests }) => {
    const { consents } = JSON.parse(readFileSync(`app/locales/${language}/consents.json`, 'utf8')) as {
      consents: Record<string, unknown>
    }
    const digest = createHash('sha256').update(JSON.stringify(consents[words])).digest('hex')
    expect(digest).toBe(digests[language])
  },
)

it('the newest version is the one that is stored', () => {
  expect(consentVersions.at(-1)?.id).toBe(consentVersion)
})
