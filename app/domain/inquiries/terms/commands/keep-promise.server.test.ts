import { visitor } from '#app/domain/accounts/model'
import { readClockContext } from '#app/domain/inquiries/clock-context.server'
import { foresee } from '#app/domain/inquiries/clock/rules'
import { cancelPromise, planPromise } from '#app/domain/inquiries/terms/commands/keep-promise.server'
import { listPromises } from '#app/domain/inquiries/terms/queries.server'
import type { PromiseForm } from '#app/domain/inquiries/terms/schema'
import { addDays, localDateOf, startOfDay } from '#app/domain/kernel/local-date'
import { addReference, codeOf, monday } from '#tests/builders/inquiry-world'
import { addPerson, signedIn } from '#tests/builders/people'
import { emptyTables, testDatabase } from '#tests/setup/database'
import { beforeEach, describe, expect, it } from 'vitest'

const { db } = await testDatabase()
const today = localDateOf(monday)

beforeEach(async () => {
  await emptyTables(db)
  await addReference(db)
})

const admin = async (platformRole: 'admin' | 'auditor' = 'admin') =>
  signedIn(db, (await addPerson(db, { platformRole })).id)

const promise = (changes: Partial<PromiseForm> = {}): PromiseForm => ({
  ...{ newest: 0, from: addDays(today, 1), firstAnswerDays: 1, nextStepDays: 2, warnPercent: 60 },
  ...{ officeStart: 540, officeEnd: 1080, citation: 'приказ № 3' },
  ...changes,
})

describe('what the service promises', () => {
  it('holds for what is registered from its first day on', async () => {
    expect(await planPromise(await admin(), promise(), monday)).toMatchObject({ ok: true })
    const context = await readClockContext(monday)
    expect(foresee(monday, context).firstAnswerDue).toBe(addDays(today, 2))
    expect(foresee(startOfDay(addDays(today, 1), 600), context).firstAnswerDue).toBe(addDays(today, 2))
    expect((await readClockContext(startOfDay(addDays(today, 1)))).terms.firstAnswer).toBe(1)
    expect(context.terms.firstAnswer).toBe(2)
  })

  it('is never changed for days that have begun, and can be taken back before', async () => {
    const actor = await admin()
    expect(codeOf(await planPromise(actor, promise({ from: today }), monday))).toBe('past')
    await planPromise(actor, promise(), monday)
    expect(codeOf(await cancelPromise(actor, 1, startOfDay(addDays(today, 1))))).toBe('past')
    expect(await cancelPromise(actor, 1, monday)).toMatchObject({ ok: true })
    expect(await listPromises(actor, today)).toMatchObject([{ version: 1, state: 'canceled' }])
    expect((await readClockContext(startOfDay(addDays(today, 2)))).terms.firstAnswer).toBe(2)
  })

  it('is saved once per form and never over the work of somebody else', async () => {
    const [actor, other] = [await admin(), await admin()]
    await planPromise(actor, promise(), monday)
    expect(await planPromise(actor, promise(), monday)).toMatchObject({ ok: true })
    expect(codeOf(await planPromise(other, promise({ firstAnswerDays: 3 }), monday))).toBe('conflict')
    expect(await db.promiseVersion.count()).toBe(1)
  })

  it('is read by auditors and changed by admins', async () => {
    expect(await listPromises(await admin('auditor'), today)).toEqual([])
    await expect(planPromise(await admin('auditor'), promise(), monday)).rejects.toMatchObject({ status: 404 })
    await expect(listPromises(visitor, today)).rejects.toMatchObject({ status: 404 })
  })
})
