import { imageLimits } from '#app/platform/storage/images.server'
import { paperLimits } from '#app/platform/storage/papers.server'
import { expect, it } from 'vitest'
import { bareName, paperFileName, uploadLimits } from './uploads'

it.each([
  ['Жер актісі.PDF', 'Жер актісі'],
  ['C:\\Users\\me\\plan.final.pdf', 'plan.final'],
  ['../../etc/passwd', 'passwd'],
  ['скан\u202egpj.exe', 'сканgpj'],
  ['.pdf', ''],
  ['', ''],
  ['x'.repeat(400), 'x'.repeat(150)],
])('the bare name of %j', (sent, bare) => {
  expect(bareName(sent)).toBe(bare)
})

it('a paper is given out with the ending of its content', () => {
  expect(paperFileName('scan.exe', 'pdf')).toBe('scan.pdf')
  expect(paperFileName('', 'png')).toBe('file.png')
})

it('the form promises what the storage takes', () => {
  expect([uploadLimits.photos.bytes, uploadLimits.papers.bytes]).toEqual([imageLimits.bytes, paperLimits.bytes])
})
