import type { MemberRole, PlatformRole } from '#app/domain/accounts/model'
import { createRandom } from '#seeds/builders/random'
import { stableId } from '#seeds/builders/stable-id'
import { slugOf } from '#seeds/reference/write-organizations'

export const companySlug = 'company-demo'

export type DemoPerson = {
  id: string
  email: string
  name: string
  languages: string[]
  platformRole: PlatformRole | null
  membership: { slug: string; role: MemberRole } | null
}

const surnames = [
  ...['Омаров', 'Сейтов', 'Жумабаев', 'Абдрахманов', 'Ким', 'Касымов', 'Нургалиев', 'Иванов', 'Тлеубаев', 'Мусин'],
  ...['Ахметов', 'Соколов', 'Бекенов', 'Исаев', 'Дюсенов', 'Орлов', 'Калиев', 'Шаяхметов', 'Гончаров', 'Есенов'],
]
const menNames = ['Айдос', 'Нурлан', 'Ерлан', 'Сергей', 'Данияр', 'Асхат', 'Тимур', 'Виктор', 'Бауыржан', 'Руслан']
const womenNames = ['Айгерим', 'Динара', 'Сауле', 'Елена', 'Асель', 'Гульнара', 'Мадина', 'Ольга', 'Жанар', 'Алия']
const unchangedNames = new Set(['Ким'])

/** Invented name that follows from the address. */
export function inventName(email: string): string {
  const random = createRandom(`name:${email}`)
  const surname = random.pick(surnames)
  if (random.chance(0.5)) return `${random.pick(menNames)} ${surname}`
  return `${random.pick(womenNames)} ${unchangedNames.has(surname) ? surname : `${surname}а`}`
}

/** Host of an e-mail address from a key of the reference: an underscore is not allowed there. */
function hostOf(key: string): string {
  return key.replaceAll('_', '-')
}

type Keys = { listedTowns: readonly string[]; spks: readonly string[]; regions: readonly string[] }

/** Two people for every listed town and SPK, the head of every region, and the four at the edges of the story. */
export function listDemoPeople({ listedTowns, spks, regions }: Keys): DemoPerson[] {
  return [
    ...listedTowns.flatMap((key) => [
      official(`editor@${hostOf(key)}.demo`, slugOf.townAkimat(key), 'akimat_editor'),
      official(`head@${hostOf(key)}.demo`, slugOf.townAkimat(key), 'akimat_head'),
    ]),
    ...spks.flatMap((key) => [
      official(`officer@${hostOf(key)}.demo`, slugOf.spk(key), 'spk_officer'),
      official(`head@${hostOf(key)}.demo`, slugOf.spk(key), 'spk_head'),
    ]),
    ...regions.map((key) => official(`head@region-${hostOf(key)}.demo`, slugOf.regionAkimat(key), 'akimat_head')),
    official('investor@company.demo', companySlug, 'company_member'),
    { ...describePerson('ministry@demo.demo'), platformRole: 'auditor' },
    { ...describePerson('admin@demo.demo'), platformRole: 'admin' },
  ]
}

function official(email: string, slug: string, role: MemberRole): DemoPerson {
  return { ...describePerson(email), membership: { slug, role } }
}

function describePerson(email: string): DemoPerson {
  const speaksEnglish = createRandom(`languages:${email}`).chance(0.3)
  return {
    id: personIdOf(email),
    email,
    name: inventName(email),
    languages: speaksEnglish ? ['kk', 'ru', 'en'] : ['kk', 'ru'],
    platformRole: null,
    membership: null,
  }
}

/** Id of a demo person, for what refers to them: authors, reviewers, assignees. */
export function personIdOf(email: string): string {
  return stableId(`person:${email}`)
}

export function editorOf(townKey: string): string {
  return personIdOf(`editor@${hostOf(townKey)}.demo`)
}

export function headOf(townKey: string): string {
  return personIdOf(`head@${hostOf(townKey)}.demo`)
}
