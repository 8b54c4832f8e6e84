import { readFile } from 'node:fs/promises'
import { hostname } from 'node:os'

/** Who holds something: enough to tell a living process from a reused number, a restarted machine or another container. */
export interface ProcessIdentity {
  pid: number
  host: string
  /** Identity of the machine's start, and clock ticks from there to the process's start; null where /proc is missing. */
  boot: string | null
  startedAt: string | null
}

/** The identity of a living process of this machine, or null when there is none with this number. */
export async function identify(pid: number): Promise<ProcessIdentity | null> {
  try {
    process.kill(pid, 0)
  } catch (error) {
    // EPERM: it lives and belongs to somebody else.
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return null
  }
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null)
  const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8').catch(() => null)
  // The name in field 2 can hold spaces and brackets; start time is field 22, the 20th after it.
  const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ')
  if (fields?.[0] === 'Z') return null
  return { pid, host: hostname(), boot: boot?.trim() ?? null, startedAt: fields?.[19] ?? null }
}

/** Whether the process that wrote `left` is the one that runs under its number now. Only for the same host. */
export async function isAlive(left: ProcessIdentity): Promise<boolean> {
  const now = await identify(left.pid)
  return now !== null && now.boot === left.boot && now.startedAt === left.startedAt
}
