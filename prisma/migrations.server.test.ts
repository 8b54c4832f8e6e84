import { describe, expect, it } from 'vitest'
import { diffSchema } from './migrate/schema-engine'

describe('the schema and the migrations', () => {
  it('agree', async () => {
    expect(await diffSchema()).toBeNull()
  }, 60_000)

  it('are told apart when a migration is missing', async () => {
    expect(await diffSchema([])).toContain('CREATE TABLE')
  }, 60_000)
})
