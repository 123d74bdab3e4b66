/** Table 9 of the example study, from the codings. Run: node examples/table-9.ts */
import { fileURLToPath } from 'node:url'
import { compare, comparisonToMarkdown, readStudyFolder } from 'codeerbank'

const study = await readStudyFolder(fileURLToPath(new URL('bruggenbouwers', import.meta.url)))
const table9 = compare(study, 'chair-roles')
process.stdout.write(comparisonToMarkdown(table9))

// Prints table-9.md.
