import { afterAll } from 'vitest'

// Database test files share their worker's process, where modules are loaded once. What a process keeps for its whole
// life hangs on its `Db` or on `globalThis.__alan…`; both are new for each file.
for (const key of Object.keys(globalThis)) if (key.startsWith('__alan')) Reflect.deleteProperty(globalThis, key)

const environment = { ...process.env }
afterAll(() => {
  for (const name of Object.keys(process.env)) if (!(name in environment)) Reflect.deleteProperty(process.env, name)
  Object.assign(process.env, environment)
})
