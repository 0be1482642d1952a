import type { JudgedEnquiry } from '../../../../src/api/enquiry/spam/facts';

type Example = [what: string, enquiry: Partial<JudgedEnquiry>];

/** What people write to a training provider. None may be set aside, with or without a form token. */
export const PEOPLE: Example[] = [
  ['one word', { message: 'Hello?' }],
  ['one question', { message: 'Price?' }],
  ['no letters', { message: '+33 1 99 00 12 34 !!!' }],
  [
    'a page of the company',
    { message: 'We are https://www.acme.example/about and need Git days.' },
  ],
  ['a bare domain', { message: 'You find us at acme.example.com, we are nine people.' }],
  ['a link and little else', { message: 'Is this still on? https://blog.example.org/git' }],
  [
    'three pages of the website',
    {
      message:
        'Which of these suits a beginner: https://www.academy.example/trainings/git, https://academy.example/trainings/node or https://www.academy.example/trainings/sql?',
    },
  ],
  [
    'three links about oneself',
    {
      message:
        'I would like to teach with you. My page is https://ada.example.org, talks are on https://videos.example.com/ada, code on https://code.example.net/ada. When can we talk?',
    },
  ],
  [
    'names of technologies that look like domains',
    { message: 'Do you teach ASP.NET, VB.NET, Node.js, Next.js and socket.io? Or just Vue.js?' },
  ],
  [
    'names of files',
    { message: 'Our package.json and requirements.txt differ, README.md says v1.2.3. Who helps?' },
  ],
  ['a missing space', { message: 'I have the invoice.It is wrong.In the total.Can you help?' }],
  [
    'an e-mail address in the message',
    { message: 'Please send it to invoices@acme.example.com and copy boss@acme.example.com.' },
  ],
  [
    'French, with a page of the company',
    {
      message:
        'Bonjour, nous sommes une PME de 12 personnes (https://www.societe.example/equipe). Proposez-vous la formation « Les bases de Git » en intra, à Lyon, avant l’été ? Merci d’avance.',
    },
  ],
  [
    'German, with abbreviations',
    {
      message:
        'Guten Tag, ist die Schulung z.B. auch für Quereinsteiger u.a. ohne Vorkenntnisse geeignet? Wir sind die Müller GmbH, www.mueller.example/ueber-uns. Mit freundlichen Grüßen',
    },
  ],
  [
    'Spanish, short',
    { message: '¿Hay descuento para estudiantes? Mi universidad: https://uni.example.es' },
  ],
  [
    'Japanese, without spaces',
    { message: 'この研修はオンラインで受講できますか。https://kaisha.example.jp' },
  ],
  ['Arabic', { message: 'هل يمكنني حضور الدورة عبر الإنترنت؟' }],
  ['capitals and exclamation marks', { message: 'URGENT!!! I NEED THE INVOICE TODAY!!!' }],
  ['money', { message: 'Is 1.500,00 € the price for all six of us? Is a loan or grant possible?' }],
  [
    'a long one with four references',
    {
      message: `${'We run a small hosting company and our pull requests wait for days. '.repeat(12)}
        See https://a.example.com/1, https://b.example.com/2, https://c.example.com/3 and https://d.example.com/4.`,
    },
  ],
  ['a name with a dot', { name: 'J.R. van den Example jr.', message: 'Is lunch included?' }],
  ['a name that is a domain', { name: 'Acme.com', message: 'We would like an offer for ten.' }],
  ['a forwarding address', { email: 'ada.x1@duck.com', message: 'Is lunch included?' }],
  ['a throw-away address', { email: 'ada@mailinator.com', message: 'Is lunch included?' }],
  [
    'code',
    { message: 'Why does `if (a < b && c[url] > 0) { a.b(c); }` not compile in your quiz?' },
  ],
];

/** What programs post to every form of the web. All of it must be set aside, if it has no token. */
export const PROGRAMS: Example[] = [
  [
    'BBCode',
    { message: 'Great post! [url=https://pills.example.com/buy]cheap pills[/url] see you' },
  ],
  ['BBCode in a name', { name: '[url=http://win.example.com]You won[/url]', message: 'hi' }],
  [
    'links in HTML',
    { message: 'Nice site <a href="http://casino.example.com">best casino bonus</a> thanks' },
  ],
  [
    'the same link in every markup',
    {
      message:
        '<a href="https://x.example.com">x</a> [url=https://x.example.com]x[/url] [x](https://x.example.com)',
    },
  ],
  [
    'a list of links',
    {
      message: [1, 2, 3, 4, 5, 6]
        .map((n) => `Top offer ${n}: https://shop${n}.example.com`)
        .join('\n'),
    },
  ],
  [
    'bare domains',
    { message: 'Visit buy-now.xyz, cheap.top, best.shop, win.click, pills.online today my friend' },
  ],
  [
    'full-width letters',
    {
      message:
        'Ｖｉｓｉｔ ｗｗｗ．ｐｉｌｌｓ．ｃｏｍ ｗｗｗ．ｗｉｎ．ｃｏｍ ｗｗｗ．ｌｏａｎ．ｃｏｍ ｗｗｗ．ｓｅｏ．ｃｏｍ ｗｗｗ．ｂｅｔ．ｃｏｍ',
    },
  ],
  [
    'a link as a name',
    { name: 'WIN 1 BTC https://win.example.com/?id=7', message: 'Confirm your transfer now' },
  ],
  ['a link for a name, with www', { name: 'www.win.example.com', message: 'Confirm now' }],
  [
    'a throw-away address and a link',
    { email: 'x1@mailinator.com', message: 'https://bit.example.com/3xYz' },
  ],
  ['the honeypot', { website: 'https://spam.example', message: 'Good day, I have a question.' }],
];
