import type pg from 'pg'
import { groupBy } from '../../src/platform/group.ts'

type Column = {
  schema: string
  table: string
  column: string
  type: string
  domain: string | null
  nullable: boolean
  has_default: boolean
  generated: boolean
  choices: string | null
  refers_to: string | null
}

/** The TypeScript of every table's rows, as the migrated database has them. */
export async function rowTypes(client: pg.Pool): Promise<string> {
  const { rows } = await client.query<Column>(columnsOfEveryTable)
  const tables = groupBy(rows, (row) => `${row.schema}.${row.table}`)
  const names = new Set(rows.map((row) => row.table))
  const entries = [...tables].map(([name, columns]) => {
    const lines = columns.map((column) => `    ${column.column}: ${typeOf(column, names)}`)
    return `  '${name}': {\n${lines.join('\n')}\n  }`
  })
  return `// Made from the migrated database by test/house/row-types.test.ts; \`npx vitest run test/house/row-types -u\` makes it anew.
import type { Generated } from 'kysely'
import type { Day } from './day.ts'
import type { Id } from './id.ts'
import type { Json } from './json.ts'
import type { Pence } from './money.ts'

export type Tables = {
${entries.join('\n')}
}
`
}

function typeOf(column: Column, tables: Set<string>): string {
  const base = column.choices ? choices(column.choices) : baseType(column, tables)
  const type = column.nullable ? `${base} | null` : base
  return column.generated || column.has_default ? `Generated<${type}>` : type
}

function baseType({ domain, type, table, column, refers_to }: Column, tables: Set<string>): string {
  if (domain === 'pence') return 'Pence'
  if (type === 'uuid') return `Id<'${refers_to ?? named(table, column, tables)}'>`
  const known: Record<string, string> = {
    text: 'string',
    bool: 'boolean',
    int2: 'number',
    int4: 'number',
    int8: 'bigint',
    date: 'Day',
    timestamptz: 'Date',
    bytea: 'Buffer',
    jsonb: 'Json',
    book: "'purpose' | 'place'",
    _uuid: 'string[]',
    _text: 'string[]',
  }
  const found = known[type]
  if (!found) throw new Error(`No TypeScript type is known for ${type} (${table}.${column})`)
  return found
}

/** `id` is named by its table; `other_person_id` by the longest table name that it ends with. */
function named(table: string, column: string, tables: Set<string>): string {
  if (column === 'id') return table
  if (column.endsWith('_by')) return 'user'
  const stem = column.replace(/_id$/, '')
  const matching = [...tables].filter((name) => stem === name || stem.endsWith(`_${name}`))
  return matching.toSorted((a, b) => b.length - a.length)[0] ?? stem
}

/** From a check such as `(kind = ANY (ARRAY['icb'::text, 'council'::text]))`. */
function choices(check: string): string {
  return [...check.matchAll(/'([^']+)'::text/g)].map((match) => `'${match[1]}'`).join(' | ')
}

const columnsOfEveryTable = `
  select n.nspname as schema, c.relname as "table", a.attname as "column",
         coalesce(b.typname, t.typname) as type,
         case when t.typtype = 'd' then t.typname end as domain,
         not a.attnotnull as nullable, a.atthasdef as has_default, a.attidentity <> '' as generated,
         (select pg_get_constraintdef(k.oid) from pg_constraint k
          where k.conrelid = c.oid and k.contype = 'c' and k.conkey = array[a.attnum]
            and pg_get_constraintdef(k.oid) ~ '^CHECK \\(\\(\\w+ = ANY \\(ARRAY\\[') as choices,
         (select f.relname from pg_constraint k join pg_class f on f.oid = k.confrelid
          cross join lateral unnest(k.conkey, k.confkey) as pair(here, there)
          join pg_attribute fa on fa.attrelid = k.confrelid and fa.attnum = pair.there
          where k.conrelid = c.oid and k.contype = 'f' and pair.here = a.attnum and fa.attname = 'id'
          limit 1) as refers_to
  from pg_class c
  join pg_namespace n on n.oid = c.relnamespace
  join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
  join pg_type t on t.oid = a.atttypid
  left join pg_type b on b.oid = t.typbasetype and t.typtype = 'd'
  where c.relkind in ('r', 'p') and not c.relispartition
    and n.nspname not in ('pg_catalog', 'information_schema', 'public')
  order by n.nspname, c.relname, a.attnum`
