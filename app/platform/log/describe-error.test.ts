import { describeError, hideAddresses } from '#app/platform/log/describe-error'
import { describe, expect, it } from 'vitest'

const row = 'Failing row contains (1, Ержан Сейтов, erzhan@example.kz).'

function errorOf(name: string, message: string, more: object = {}): Error {
  return Object.assign(new Error(message), { name, ...more })
}

describe('an error in the log', () => {
  it('says what happened where, and what it was caused by', () => {
    const cause = errorOf('Error', 'connect ECONNREFUSED 127.0.0.1:25', { code: 'ECONNREFUSED' })
    const described = describeError(new Error('the letter stays', { cause }))
    expect(described).toMatchObject({
      ...{ type: 'Error', message: 'the letter stays' },
      cause: { code: 'ECONNREFUSED', message: 'connect ECONNREFUSED 127.0.0.1:25' },
    })
    expect(described.stack).toMatch(/^\s+at .*describe-error\.test\.ts:\d+:\d+/)
  })

  it('names table and constraint of a refused row, and nothing of the row', () => {
    const cause = {
      ...{ kind: 'postgres', originalCode: '23514', code: '23514', severity: 'ERROR', detail: row },
      ...{ message: 'violates check constraint "no_such"', originalMessage: 'violates check constraint "no_such"' },
    }
    const adapter = errorOf('DriverAdapterError', row, { cause })
    const message = '\nInvalid `prisma.inquiry.create()` invocation:\n\n{ data: { name: "Ержан Сейтов" } }'
    const described = describeError(
      errorOf('PrismaClientKnownRequestError', message, { code: 'P2039', meta: { driverAdapterError: adapter } }),
    )
    expect(described).toMatchObject({
      ...{ code: 'P2039', message: 'Invalid `prisma.inquiry.create()` invocation:' },
      cause: { message: '', cause: { code: '23514', message: 'violates check constraint "no_such"' } },
    })
    expect(JSON.stringify(described)).not.toMatch(/Ержан|erzhan/)
  })

  it.each([
    errorOf('error', 'invalid input syntax for type uuid: "Ержан"', { severity: 'ERROR', code: '22P02' }),
    errorOf('Error', 'no', { response: '550 Ержан', rejected: ['Ержан'], input: '/ru?name=Ержан', code: 'Ержан' }),
    errorOf('Error', 'several\nlines', { stack: 'Error: Ержан\nЕржан\n    at Ержан' }),
    errorOf('Error', 'caused', { cause: 'Ержан' }),
  ])('keeps nothing of the data: %s', (error) => {
    expect(JSON.stringify(describeError(error))).not.toContain('Ержан')
  })

  it('does not repeat what could not be read as JSON', () => {
    const read = () => JSON.parse('{"name": Ержан}') as unknown
    expect(read).toThrow(SyntaxError)
    try {
      read()
    } catch (error) {
      expect(JSON.stringify(describeError(error))).not.toMatch(/Ержан|name/)
    }
  })

  it('ends although an error causes itself', () => {
    const error = new Error('round')
    error.cause = error
    expect(JSON.stringify(describeError(error)).match(/round/g)).toHaveLength(6)
  })
})

it('hides addresses of people in any text', () => {
  expect(hideAddresses('550 <a.b@c.kz>: unknown')).toBe('550 <…@…>: unknown')
  expect(hideAddresses('/ru/a.b%40c.kz?x=1')).toBe('/ru/…@…?x=1')
  expect(hideAddresses('at file:///app/node_modules/@prisma/client.js')).toBe(
    'at file:///app/node_modules/@prisma/client.js',
  )
})
