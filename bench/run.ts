import { benchPages } from './pages.tsx'
import { benchPosting } from './posting.ts'
import { benchStatement } from './statement.ts'
import { openBenchTown } from './town.ts'

/** The statement comes last: it makes Amina's purse a hundred times as long. Each bench beside its peer or limit, in one run on one machine; only the ratios travel to another. */
const benches = { posting: benchPosting, pages: benchPages, statement: benchStatement }

const wanted = process.argv.slice(2)
const town = await openBenchTown()
try {
  for (const [name, bench] of Object.entries(benches)) {
    if (wanted.length === 0 || wanted.includes(name)) await bench(town)
  }
} finally {
  await town.close()
}
