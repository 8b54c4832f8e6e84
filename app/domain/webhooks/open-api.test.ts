import { workflowStates } from '#app/domain/inquiries/clock/model'
import { webhookKinds } from '#app/domain/webhooks/model'
import { describeWebhooks, webhookSchemas } from '#app/domain/webhooks/open-api'
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

const guide = readFileSync('docs/webhooks.md', 'utf8')
const { CaseEvent } = webhookSchemas(workflowStates)

it('describes every kind, and the guide names the same ones', () => {
  expect(Object.keys(describeWebhooks())).toEqual([...webhookKinds])
  const named = [...guide.matchAll(/^\| `(\w+\.\w+)` /gm)].map(([, kind]) => kind)
  expect(named.sort()).toEqual([...webhookKinds].sort())
})

it('describes each field of the message that the guide shows', () => {
  const [, shown = ''] = /```json\n([\s\S]*?)```/.exec(guide) ?? []
  const message = JSON.parse(shown) as { data: { state: string } }
  expect(Object.keys(message).sort()).toEqual(Object.keys(CaseEvent.properties).sort())
  const { data } = CaseEvent.properties
  expect(Object.keys(data.properties)).toEqual(expect.arrayContaining(Object.keys(message.data)))
  expect(data.properties.state.enum).toContain(message.data.state)
})

it('refers only to the schema that it has', () => {
  const references = new Set(JSON.stringify(describeWebhooks()).match(/#\/components\/schemas\/\w+/g))
  expect([...references]).toEqual(['#/components/schemas/CaseEvent'])
})
