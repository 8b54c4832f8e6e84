import { describe, expect, it } from 'vitest'
import { readForm } from './read-form.server'

const ask = (body: BodyInit, type?: string) =>
  readForm(new Request('http://localhost/', { method: 'POST', body, headers: type ? { 'content-type': type } : {} }))

const fields = (...names: string[]) => new URLSearchParams(names.map((name) => [name, '1']))

describe('a form', () => {
  it('is read with all its fields', async () => {
    const form = await ask(fields('units.0.name.kk', 'q', 'q', 'a.b.c'))
    expect([...form.keys()]).toEqual(['units.0.name.kk', 'q', 'q', 'a.b.c'])
  })

  it.each([
    ['no form', '{"a":1}', 'application/json'],
    ['no type', 'a=1', ''],
    ['no boundary', '--b--', 'multipart/form-data'],
    ['cut', '--b\r\nContent-Disposition: form-data; name="a"\r\n\r\n1', 'multipart/form-data; boundary=b'],
  ])('is refused: %s', async (_, body, type) => {
    await expect(ask(body, type)).rejects.toMatchObject({ status: 400 })
  })

  it.each([
    ['an index that makes a list as long', fields('x[999999999]')],
    ['a small index, of which there may be many', fields('a.b[7].c')],
    ['an order to the form library', fields('__intent__')],
    ['a name that goes deep', fields(`a${'.b'.repeat(30)}`)],
    ['a name of brackets', fields(`a${'[b]'.repeat(30)}`)],
    ['a long name', fields('a'.repeat(201))],
    ['the same name again and again', fields(...Array.from({ length: 4_001 }, () => 'a'))],
  ])('is refused before anybody takes it apart: %s', async (_, body) => {
    const startedAt = performance.now()
    await expect(ask(body)).rejects.toMatchObject({ status: 400 })
    expect(performance.now() - startedAt).toBeLessThan(1_000)
  })
})
