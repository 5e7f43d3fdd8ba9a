import { sql } from 'kysely'
import type { Id } from '../id.ts'
import type { Snapshot } from '../snapshot.ts'

/**
 * Where a chain ended when somebody looked. Kept somewhere else (in a backup, on paper), it proves later that nothing
 * up to there was written anew: that is the one thing that a database cannot prove of itself.
 */
export type ChainHead = { chainId: Id<'chain'>; no: bigint; hash: Buffer }

export async function chainHeads(snapshot: Snapshot): Promise<ChainHead[]> {
  const heads = await sql<ChainHead>`
    select distinct on (chain_id) chain_id as "chainId", no, hash from record.seal order by chain_id, no desc`.execute(
    snapshot,
  )
  return heads.rows
}

/** The chains that do not go through these heads, in sentences. */
export async function lostHeads(snapshot: Snapshot, heads: readonly ChainHead[]): Promise<string[]> {
  const lost = await sql<{ chainId: string; no: bigint; gone: boolean }>`
    select noted.chain_id as "chainId", noted.no, seal.hash is null as gone
    from unnest(${heads.map((head) => head.chainId)}::uuid[], ${heads.map((head) => head.no)}::bigint[],
                ${heads.map((head) => head.hash)}::bytea[]) noted (chain_id, no, hash)
    left join record.seal seal on seal.chain_id = noted.chain_id and seal.no = noted.no
    where seal.hash is distinct from noted.hash order by noted.chain_id`.execute(snapshot)
  return lost.rows.map(({ chainId, no, gone }) =>
    gone
      ? `Chain ${chainId}: entry ${no}, which was noted before, is gone, and all after it.`
      : `Chain ${chainId}, entry ${no}: it is not the one that was noted before. The chain was written anew.`,
  )
}
