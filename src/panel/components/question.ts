import type { PanelConfiguration } from '../panel-configuration';

export const question = {
  mainField: 'question',
  rows: [{ question: 12 }, { answer: 12 }],
  fields: {
    question: { label: 'Question', hint: 'As a visitor would ask it.' },
    answer: { label: 'Answer', hint: 'In Markdown.' },
  },
} satisfies PanelConfiguration<'shared.question'>;
