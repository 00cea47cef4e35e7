import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin, Rolldown } from 'vite';
import { READINGS, TAKEN_FROM } from './readings-plugin.ts';

/** The file in the package that lists other people's work. */
export const NOTICES = 'third-party-notices.txt';

/** Where Vite writes what it found in the chunks of one build; it does not ship. */
const FOUND = 'licenses.json';

/** Licences under which code and data may be included; any other must be reviewed first. */
const WELCOME = new Set(['MIT', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', 'CC0-1.0', 'MPL-2.0']);

/** Texts that accompany a licence. */
const BESIDE = /^(notice|third.?party)/i;

/** One package in a chunk, as Vite reports it. */
interface Found {
  name: string;
  version: string;
  identifier?: string;
  text?: string;
}

/** Collects the packages in the chunks of every build of a run, and writes one file with their licences. */
export class Notices {
  readonly #texts = new Map<string, string>();

  /** Goes with every build. */
  plugin(): Plugin {
    return {
      name: 'notices',
      apply: 'build',
      config: () => ({ build: { license: { fileName: FOUND } } }),
      generateBundle: {
        order: 'post',
        handler: (_options, bundle) => this.#collect(bundle),
      },
    };
  }

  /** Writes what was collected into the folder of the package. */
  write(folder: string): void {
    const texts = [...this.#texts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, text]) => text);
    writeFileSync(join(folder, NOTICES), `${[HEAD, ...texts].join(RULE)}\n`);
  }

  #collect(bundle: Rolldown.OutputBundle): void {
    const chunks = Object.values(bundle).filter((one) => one.type === 'chunk');
    const folders = new Set(chunks.flatMap(foldersIn));
    const file = bundle[FOUND];
    delete bundle[FOUND];
    // Written by Vite; it also lists packages of which nothing was left.
    const all: Found[] = file?.type === 'asset' ? JSON.parse(String(file.source)) : [];
    for (const found of all) {
      const isIts = (one: string) =>
        one.endsWith(`node_modules/${found.name}`) && manifestIn(one).version === found.version;
      const folder = [...folders].find(isIts);
      if (folder) this.#put(found, folder);
    }
    if (chunks.some(({ moduleIds }) => moduleIds.includes(READINGS))) this.#add(TAKEN_FROM);
  }

  /** A package that is used at build time, and whose data ships. */
  #add(name: string): void {
    const folder = join('node_modules', name);
    const { version, license } = manifestIn(folder);
    const text = textsIn(folder, /^licen[cs]e/i)[0] ?? '';
    this.#put({ name, version, identifier: license, text }, folder);
  }

  #put(found: Found, folder: string): void {
    this.#texts.set(`${found.name} ${found.version}`, noticeOf(found, folder));
  }
}

const HEAD =
  'Caixin Clipper holds code and data that others made.\nBelow: each package, where its source is, and its licence.';

const RULE = `\n\n${'-'.repeat(78)}\n\n`;

/** Folders of the packages of which something is left in a chunk. */
function foldersIn({ modules }: Rolldown.OutputChunk): string[] {
  return Object.entries(modules).flatMap(([id, { renderedLength }]) => {
    const folder = /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(id)?.[0];
    return folder && renderedLength > 0 ? [folder] : [];
  });
}

function noticeOf({ name, version, identifier = '', text }: Found, folder: string): string {
  if (!identifier.split(' AND ').every((one) => WELCOME.has(one)))
    throw new Error(
      `${name} comes under “${identifier}”: may it be taken in? Then add it to ${import.meta.url}.`,
    );
  const { author, repository, homepage } = manifestIn(folder);
  const source = String(repository?.url ?? repository ?? homepage);
  const about = [`${name} ${version}`, identifier, `Source: ${webAddress(source)}`];
  return [about.join('\n'), text || withoutText(identifier, author), ...textsIn(folder, BESIDE)].join('\n\n');
}

/** Some packages name their licence but do not include its text. */
function withoutText(identifier: string, author: Manifest['author']): string {
  const name = typeof author === 'string' ? author : author?.name;
  if (identifier !== 'MIT' || !name) throw new Error(`no text of ${identifier} was found`);
  return readFileSync('LICENSE', 'utf8')
    .trim()
    .replace(/^Copyright .*$/m, `Copyright (c) ${name}`);
}

function textsIn(folder: string, names: RegExp): string[] {
  const files = readdirSync(folder, { withFileTypes: true }).filter(
    (one) => one.isFile() && names.test(one.name),
  );
  return files.map((file) => readFileSync(join(folder, file.name), 'utf8').trim());
}

/** The fields of a package.json that are read here. */
interface Manifest {
  version: string;
  license: string;
  author?: string | { name: string };
  repository?: { url: string } & string;
  homepage?: string;
}

function manifestIn(folder: string): Manifest {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
}

/** Of the forms a repository's address may have, the one a browser opens. */
function webAddress(repository: string): string {
  // npm's short form of a repository on GitHub.
  if (/^[\w.-]+\/[\w.-]+$/.test(repository)) return `https://github.com/${repository}`;
  return repository.replace(/^(git\+)?(https|ssh|git):\/\/(git@)?/, 'https://').replace(/\.git$/, '');
}
