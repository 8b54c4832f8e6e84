// `npm start`: from a fresh clone to a running product. Node built-ins only, since it runs before the installation.
import { createServer } from 'node:net'
import { checkNode, prepare, root } from './tools/prepare.mjs'

checkNode()
process.chdir(root)
await assertPortFree(Number(process.env.PORT || 3000), process.env.HOST || '127.0.0.1')

try {
  await prepare({ build: true })
} catch (error) {
  console.error(`\nAlań could not be prepared. ${error.message}`)
  process.exit(1)
}

// The build always runs in React's production mode. Whether this is somebody's production (strict about secrets, no
// demo accounts) is said by NODE_ENV of the operator, or by ALAN_ENV.
process.env.ALAN_ENV ||= process.env.NODE_ENV === 'production' ? 'production' : 'local'
process.env.NODE_ENV = 'production'
if (process.env.npm_lifecycle_event === 'start') stopWithParent()
await import('./build/server/index.js')

/** npm passes a signal on to its shell only, which dies and leaves this process behind: then it stops itself in order. */
function stopWithParent() {
  const parent = process.ppid
  const watch = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(watch)
    process.kill(process.pid, 'SIGTERM')
  }, 500)
  watch.unref()
}

/** Says that the port is taken before minutes are spent on a build. A bad PORT is left to the server, which names it. */
async function assertPortFree(port, host) {
  if (!Number.isInteger(port) || port < 1 || port > 65_535) return
  const isTaken = await new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', (error) => resolve(error.code === 'EADDRINUSE'))
    probe.listen(port, host, () => probe.close(() => resolve(false)))
  })
  if (!isTaken) return
  console.error(`Port ${port} of ${host} is in use by another program. Stop it, or choose another: PORT=3001 npm start`)
  process.exit(1)
}
