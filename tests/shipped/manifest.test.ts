import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import about from '../../package.json' with { type: 'json' };
import { manifestOf, TARGETS, textsOf } from './packages';

describe.each(TARGETS)('the manifest of the %s package', (target) => {
  const manifest = manifestOf(target);

  it('gives web pages no access, and asks for no permission that the README does not explain', () => {
    expect(manifest).not.toHaveProperty('web_accessible_resources');
    expect(manifest).not.toHaveProperty('externally_connectable');
    expect(manifest.host_permissions).toEqual(['*://*.caixin.com/*']);
    const asked = [manifest.permissions, manifest.optional_permissions].flat().map(String);
    const readme = readFileSync('README.md', 'utf8');
    expect(asked.filter((permission) => !readme.includes(`| \`${permission}\``))).toEqual([]);
  });

  it('has the policy of pages: no host, no code and no markup from text', () => {
    expect(manifest.content_security_policy).toEqual({
      extension_pages: expect.stringMatching(
        /^default-src 'self';.*connect-src 'none';.*trusted-types 'none'$/,
      ),
    });
  });

  it('has the version of package.json, in the form that stores accept', () => {
    expect(manifest.version).toBe(about.version);
    expect(about.version).toMatch(/^(\d{1,5})(\.\d{1,5}){0,3}$/);
  });
});

/** https://developer.chrome.com/docs/extensions/reference/manifest and …/docs/webstore/prepare, as of 2026-11. */
describe('the Chrome Web Store', () => {
  const texts = new Map(textsOf('chrome'));

  it('accepts name and description in each language: at most 75 and 132 characters', () => {
    for (const locale of ['en', 'zh_CN']) {
      const words = JSON.parse(texts.get(`_locales/${locale}/messages.json`) ?? '');
      expect([...words.extensionName.message].length).toBeLessThanOrEqual(75);
      expect([...words.extensionDescription.message].length).toBeLessThanOrEqual(132);
    }
  });

  it('assigns the id itself: a first upload with a key is refused', () => {
    const manifest = manifestOf('chrome');
    for (const key of ['key', 'update_url', 'browser_specific_settings', 'background.scripts'])
      expect(manifest).not.toHaveProperty(key);
  });

  it('accepts the names of all files: none reserved by the browser, hidden or outside ASCII', () => {
    const names = [...texts.keys()];
    expect(names.filter((name) => /^_(?!locales\/)|(^|\/)\.|[^\w./-]/.test(name))).toEqual([]);
  });
});

describe('addons.mozilla.org', () => {
  it('identifies the add-on by an id that is nobody’s domain and never changes', () => {
    expect(manifestOf('firefox').browser_specific_settings).toEqual({
      gecko: {
        id: '{4a06ab1c-4928-4266-a4a6-3445892fffe3}',
        strict_min_version: '142.0',
        data_collection_permissions: { required: ['none'] },
      },
    });
  });
});
