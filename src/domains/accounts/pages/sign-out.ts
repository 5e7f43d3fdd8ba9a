import type { Reply, Visit } from '../../../ui/visit.ts'

export async function submitSignOut(_visit: Visit): Promise<Reply> {
  return { kind: 'signed-out', to: '/sign-in' }
}
