// @vitest-environment node
import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { scoreFiles } from '../../../scripts/score/files';

const PLACE = 'tests/fixtures/imports';

/** Folders of files as other tools write them; a new case is a file, and its line in `expected.json`. */
const FOLDERS = readdirSync(PLACE, { withFileTypes: true }).filter((one) => one.isDirectory());

describe.each(FOLDERS.map(({ name }) => `${PLACE}/${name}`))('files of other tools: %s', (folder) => {
  const score = scoreFiles(folder);

  it('every file is expected to give something', () => {
    const files = readdirSync(folder).filter((name) => name !== 'expected.json');
    expect(files.sort()).toEqual([...score.names].sort());
    expect(score.fields).toBeGreaterThan(score.files);
  });

  it.each(score.names)('%s comes in whole', (name) => {
    expect(score.wrong.filter((line) => line.startsWith(`${name}: `))).toEqual([]);
  });
});
