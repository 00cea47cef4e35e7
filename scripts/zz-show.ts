import { generatedPage } from './score/generated/page';
import { verdictOn } from './score/pages';
export async function main(a: string[]) { for (const s of a) { const p = generatedPage(Number(s)); process.stdout.write(p.html + '\n' + JSON.stringify(verdictOn(p).wrong, null, 1) + '\n'); } }
