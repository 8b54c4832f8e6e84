import { expect, it } from 'vitest'
import { accessLevels } from './choices'
import { papersOf, photosAt } from './public-files'
import type { StoredFile } from './public-site'
import { noText } from './uploads'

const file = (id: string, contentType: string): StoredFile => {
  return { id, contentType, width: 800, height: 600, widths: [480, 800], bytes: 1234 }
}
const files = [...accessLevels.map((level) => file(level, 'image/webp')), file('act', 'application/pdf')]
const photos = [...accessLevels, 'gone'].map((fileId) => {
  return { fileId, alt: noText, access: accessLevels.find((level) => level === fileId) ?? 'public' }
})

it.each([
  [[], []],
  [['public'], ['public']],
  [
    ['public', 'registered'],
    ['public', 'registered'],
  ],
  [accessLevels, accessLevels],
] as const)('the levels %j open %j', (levels, opened) => {
  expect(photosAt({ photos }, files, levels).map(({ fileId }) => fileId)).toEqual(opened)
})

it('every paper is listed, except one whose file is gone', () => {
  const paper = (fileId: string) => ({ fileId, kind: 'land_act', title: noText, access: 'on_request' }) as const
  expect(papersOf({ papers: [paper('gone'), paper('act')] }, files)).toEqual([
    { ...paper('act'), format: 'PDF', bytes: 1234 },
  ])
})
