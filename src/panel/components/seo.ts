import type { PanelConfiguration } from '../panel-configuration';

export const seo = {
  mainField: 'metaTitle',
  rows: [{ metaTitle: 6, canonicalUrl: 6 }, { metaDescription: 12 }, { shareImage: 6, noIndex: 6 }],
  fields: {
    metaTitle: {
      label: 'Title in search results',
      hint: 'Empty means the title of the page.',
    },
    metaDescription: {
      label: 'Description in search results',
      hint: 'Empty means the summary of the page.',
    },
    shareImage: {
      label: 'Picture of link previews',
      hint: 'Best at 1200 by 630 pixels. Empty means the cover picture.',
    },
    canonicalUrl: {
      label: 'Original address',
      hint: 'Only when the text first appeared elsewhere. Empty means this page.',
      placeholder: 'https://example.com/article',
    },
    noIndex: {
      label: 'Hide from search engines',
      hint: 'The page stays public, but search engines are asked to leave it out.',
    },
  },
} satisfies PanelConfiguration<'shared.seo'>;
