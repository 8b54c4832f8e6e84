import {
  audiences,
  chooseReaders,
  chooseRhythm,
  isChoosable,
  noticeEvents,
  noticeGroups,
  rhythms,
  type NoticeEvent,
} from '#app/domain/notices/events'
import type { Localized } from '#app/domain/kernel/localized'
import { sayNotice } from '#app/domain/notices/say-notice'
import { makeFormat } from '#app/platform/i18n/format'
import { translator } from '#app/platform/i18n/i18n.server'
import { languages } from '#app/platform/i18n/language'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const around = {
  assignee: ['assignee'],
  officers: ['assignee', 'officer', 'head'],
  heads: ['head'],
  akimat: ['editor', 'mayor'],
  reviewers: ['mayor'],
  author: ['editor'],
  investor: ['investor'],
  named: ['named'],
}
const events = Object.keys(noticeEvents) as NoticeEvent[]

describe('who is told of what', () => {
  it.each<[NoticeEvent, string[]]>([
    ['case_new', ['assignee']],
    ['case_assigned', ['assignee']],
    ['investor_wrote', ['assignee']],
    ['visit_accepted', ['assignee']],
    ['letter_bounced', ['assignee']],
    ['term_warning', ['assignee']],
    ['term_breached', ['assignee', 'head']],
    ['case_escalated', ['named']],
    ['extension_asked', ['head']],
    ['extension_granted', ['assignee', 'named']],
    ['akimat_asked', ['editor', 'mayor']],
    ['akimat_answered', ['assignee', 'named']],
    ['case_taken', ['named']],
    ['case_released', ['named']],
    ['cases_assigned', ['assignee']],
    ['question_asked', ['editor', 'mayor']],
    ['site_submitted', ['mayor']],
    ['site_returned', ['editor']],
    ['site_published', ['editor']],
    ['own_message', ['investor']],
    ['own_step', ['investor']],
    ['own_term_moved', ['investor']],
    ['question_answered', ['named']],
  ])('%s: %j', (event, readers) => {
    expect(chooseReaders(event, around, null)).toEqual(readers)
  })

  it('everybody of the body hears of what nobody has', () => {
    expect(chooseReaders('case_new', { ...around, assignee: [] }, null)).toEqual(around.officers)
    expect(chooseReaders('term_breached', { officers: ['a', 'head'], heads: ['head'] }, null)).toEqual(['a', 'head'])
  })

  it('nobody hears of what they did, nor twice, nor who does not stand around it', () => {
    const people = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 4 })
    const circles = fc.record(Object.fromEntries(audiences.map((name) => [name, people])), { requiredKeys: [] })
    fc.assert(
      fc.property(fc.constantFrom(...events), circles, fc.constantFrom('a', 'b', null), (event, circle, actor) => {
        const readers = chooseReaders(event, circle, actor)
        expect(new Set(readers).size).toBe(readers.length)
        expect(readers).not.toContain(actor)
        const allowed = noticeEvents[event].to.flat().flatMap((name) => circle[name] ?? [])
        expect(allowed).toEqual(expect.arrayContaining(readers))
      }),
    )
  })
})

describe('how they are told', () => {
  it('what the law or a broken term asks for is told at once, whatever was chosen', () => {
    for (const chosen of [...rhythms, null]) {
      expect(chooseRhythm('term_breached', chosen)).toBe('at_once')
      expect(chooseRhythm('extension_asked', chosen)).toBe('at_once')
    }
  })

  it('the rest as wanted, at once when nothing was chosen; what another letter tells only under the bell', () => {
    expect(rhythms.map((chosen) => chooseRhythm('case_new', chosen))).toEqual(rhythms)
    expect(chooseRhythm('case_new', null)).toBe('at_once')
    expect(chooseRhythm('own_message', 'at_once')).toBe('bell')
  })

  it('a choice is offered where it changes something', () => {
    expect(noticeGroups.filter(isChoosable)).toEqual(['cases', 'messages', 'deadlines', 'akimat', 'sites'])
  })
})

describe.each(languages)('what happened, said in %s', (language) => {
  const t = translator(language)
  const say = (text: Localized) => text[language]
  const words = { t, format: makeFormat(language, t), say, sayAll: () => '' }
  const name = { kk: 'Kk', ru: 'Ru', en: 'En' }
  const facts = {
    ...{ number: '2026-00318', title: 'A1', by: 'Dana', site: name, body: name, field: name },
    ...{ day: '2026-06-11', at: '2026-06-11T05:00:00Z', count: 5, step: 'extended' as const },
  }

  it.each(events)('%s is a whole sentence', (event) => {
    const sentence = sayNotice(event, facts, words)
    expect(sentence).not.toMatch(/notices\.|\{\{|undefined|\[object/)
    expect(sentence.length).toBeGreaterThan(12)
    expect(sayNotice(event, { title: 'x'.repeat(100_000), by: 'a\r\nBcc: b' }, words)).not.toMatch(/[\r\n]|x{200}/)
  })
})
