import { countPages, pageSizes, readPage } from '#app/domain/kernel/page'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

describe('readPage', () => {
  it.each([
    [{}, { page: 1, size: 20, skip: 0 }, []],
    [{ page: '3', size: '50' }, { page: 3, size: 50, skip: 100 }, []],
    [{ page: '', size: null }, { page: 1, size: 20, skip: 0 }, []],
    [{ page: '0', size: '101' }, { page: 1, size: 20, skip: 0 }, ['page', 'size']],
    [{ page: '-1', size: '1e1' }, { page: 1, size: 20, skip: 0 }, ['page', 'size']],
    [{ page: '99999999999', size: '100' }, { page: 1, size: 100, skip: 0 }, ['page']],
  ])('reads %j', (params, request, ignored) => {
    expect(readPage(params)).toEqual({ request, ignored })
  })

  it('gives a page that a database can take, for any text', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (page, size) => {
        const { request } = readPage({ page, size })
        expect(request.size).toBeGreaterThanOrEqual(1)
        expect(request.size).toBeLessThanOrEqual(pageSizes.max)
        expect(request.skip).toBe((request.page - 1) * request.size)
        expect(Number.isSafeInteger(request.skip) && request.skip >= 0).toBe(true)
      }),
    )
  })
})

describe('countPages', () => {
  it.each([
    [0, 20, 1],
    [20, 20, 1],
    [21, 20, 2],
  ])('%d rows by %d fill %d', (total, size, pages) => {
    expect(countPages(total, size)).toBe(pages)
  })
})
