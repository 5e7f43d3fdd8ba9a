import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { sql } from 'kysely'
import type { Databases } from '../../platform/database.ts'
import type { OrganisationId } from '../organisations/index.ts'
import type { PersonId } from '../people/index.ts'
import type { SignedIn } from '../../ui/visit.ts'
import { actorOf } from './actor.ts'
import type { User, UserId } from './actor.ts'

/** Limits by the machine's clock. */
const idleHours = 2
const longestHours = 12
/** `seen_at` is written at most this often, so that reading pages writes little. */
const seenEveryMinutes = 5

/** Starts a session and answers its secret, which only the browser keeps. */
export async function startSession(databases: Databases, userId: UserId): Promise<string> {
  const secret = randomBytes(32).toString('base64url')
  await sql`
    insert into platform.session (secret_hash, user_id, csrf_secret, started_at, seen_at, ends_at)
    values (${hashOf(secret)}, ${userId}, ${randomBytes(32).toString('base64url')},
            clock_timestamp(), clock_timestamp(), clock_timestamp() + ${longestHours} * interval '1 hour')
  `.execute(databases.app)
  return secret
}

type Row = {
  userId: UserId
  name: string
  personId: PersonId | null
  icbId: OrganisationId | null
  csrfSecret: string
  stale: boolean
  memberships: User['memberships']
}

/** Who this secret signed in, in one round trip; undefined where there is none, it is idle too long, or over. */
export async function findSignedIn(databases: Databases, secret: string): Promise<SignedIn | undefined> {
  const answer = await sql<Row>`
    select session.user_id as "userId", u.name, u.person_id as "personId", u.organisation_id as "icbId",
           session.csrf_secret as "csrfSecret",
           session.seen_at < clock_timestamp() - ${seenEveryMinutes} * interval '1 minute' as stale,
           (select coalesce(jsonb_agg(jsonb_build_object('organisationId', m.organisation_id, 'role', m.role)
                                      order by m.starts_on, m.id), '[]')
            from accounts.membership m where m.user_id = u.id and m.ends_on is null) as memberships
    from platform.session session
    join accounts."user" u on u.id = session.user_id and u.ended_on is null
    where session.secret_hash = ${hashOf(secret)}
      and session.ends_at > clock_timestamp()
      and session.seen_at > clock_timestamp() - ${idleHours} * interval '1 hour'`.execute(databases.app)
  const row = answer.rows[0]
  if (!row) return undefined
  if (row.stale) await touch(databases, secret)
  const user: User = {
    id: row.userId,
    name: row.name,
    personId: row.personId ?? undefined,
    memberships: row.memberships,
  }
  return {
    actor: actorOf(user, row.icbId ?? undefined),
    personId: user.personId,
    csrfToken: createHmac('sha256', row.csrfSecret).update('form').digest('base64url'),
  }
}

export function csrfFits(signedIn: SignedIn, token: string | undefined): boolean {
  const given = Buffer.from(token ?? '')
  const wanted = Buffer.from(signedIn.csrfToken)
  return given.length === wanted.length && timingSafeEqual(given, wanted)
}

export async function endSession(databases: Databases, secret: string): Promise<void> {
  await sql`delete from platform.session where secret_hash = ${hashOf(secret)}`.execute(databases.app)
}

/** Removes sessions that are over. */
export async function endOldSessions(databases: Databases): Promise<void> {
  await sql`delete from platform.session where ends_at < clock_timestamp()`.execute(databases.app)
}

async function touch(databases: Databases, secret: string) {
  await sql`update platform.session set seen_at = clock_timestamp() where secret_hash = ${hashOf(secret)}`.execute(
    databases.app,
  )
}

const hashOf = (secret: string) => createHash('sha256').update(secret).digest()
