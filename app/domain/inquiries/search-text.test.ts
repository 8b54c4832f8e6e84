import { searchTextOf, searchWords } from '#app/domain/inquiries/search-text'
import { describe, expect, it } from 'vitest'

const inquiry = {
  number: '2026-00318',
  title: 'Цех в Теміртау',
  name: 'Ержан Сәтпаев',
  organizationName: 'ТОО «Бетпақ»',
  bin: null,
}
const text = searchTextOf(inquiry, ['BLQ-0042'])
const finds = (q: string) => searchWords(q).every((word) => text.includes(word))

describe('the search of the inbox', () => {
  it.each(['2026-00318', '318', 'Темиртау', 'temirtau', 'сатпаев', 'ЕРЖАН сат', 'betpak', 'blq-0042', '0042', 'blk'])(
    'finds the case by %s',
    (q) => {
      expect(finds(q)).toBe(true)
    },
  )

  it.each(['2026-00319', 'балхаш', 'temirtau балхаш'])('does not find it by %s', (q) => {
    expect(finds(q)).toBe(false)
  })

  it('of nothing but signs asks nothing', () => {
    expect(searchWords(' %_ «» ')).toEqual([])
  })
})
