import type { Language } from './languages';

/** The notice's own words. All else is the policy's. */
export interface Texts {
  title: string;
  intro: string;
  accept: string;
  refuse: string;
  choose: string;
  save: string;
  settings: string;
  settingsIntro: string;
  close: string;
  policy: string;
  alwaysOn: string;
  cookies: string;
  provider: string;
  purpose: string;
  duration: string;
  signal: string;
  receipt: string;
  saved: string;
}

const en: Texts = {
  title: 'Your choice about cookies',
  intro:
    'This site uses cookies. Some are necessary; the others are used only if you agree. You can change your mind at any time.',
  accept: 'Accept all',
  refuse: 'Refuse all',
  choose: 'Choose',
  save: 'Save my choice',
  settings: 'Cookie settings',
  settingsIntro: 'Choose what this site may use. You can come back and change this at any time.',
  close: 'Close',
  policy: 'Read the cookie policy',
  alwaysOn: 'Always on',
  cookies: 'Cookies',
  provider: 'Provider',
  purpose: 'Purpose',
  duration: 'Kept for',
  signal:
    'Your browser asks sites not to share your data (Global Privacy Control). Nothing optional is used unless you agree here.',
  receipt: 'Receipt of your choice',
  saved: 'Your choice is saved.',
};

const fr: Texts = {
  title: 'Votre choix concernant les cookies',
  intro:
    'Ce site utilise des cookies. Certains sont nécessaires ; les autres ne servent que si vous les acceptez. Vous pouvez changer d’avis à tout moment.',
  accept: 'Tout accepter',
  refuse: 'Tout refuser',
  choose: 'Choisir',
  save: 'Enregistrer mon choix',
  settings: 'Gérer les cookies',
  settingsIntro:
    'Choisissez ce que ce site peut utiliser. Vous pouvez revenir modifier ce choix à tout moment.',
  close: 'Fermer',
  policy: 'Lire la politique de cookies',
  alwaysOn: 'Toujours actifs',
  cookies: 'Cookies',
  provider: 'Fournisseur',
  purpose: 'Finalité',
  duration: 'Durée',
  signal:
    'Votre navigateur demande aux sites de ne pas partager vos données (Global Privacy Control). Rien de facultatif n’est utilisé sans votre accord ici.',
  receipt: 'Reçu de votre choix',
  saved: 'Votre choix est enregistré.',
};

const es: Texts = {
  title: 'Su decisión sobre las cookies',
  intro:
    'Este sitio utiliza cookies. Algunas son necesarias; las demás solo se usan si usted las acepta. Puede cambiar de opinión en cualquier momento.',
  accept: 'Aceptar todas',
  refuse: 'Rechazar todas',
  choose: 'Elegir',
  save: 'Guardar mi elección',
  settings: 'Configurar cookies',
  settingsIntro:
    'Elija lo que este sitio puede utilizar. Puede volver a cambiarlo en cualquier momento.',
  close: 'Cerrar',
  policy: 'Leer la política de cookies',
  alwaysOn: 'Siempre activas',
  cookies: 'Cookies',
  provider: 'Proveedor',
  purpose: 'Finalidad',
  duration: 'Duración',
  signal:
    'Su navegador pide a los sitios que no compartan sus datos (Global Privacy Control). No se usa nada opcional sin su acuerdo aquí.',
  receipt: 'Recibo de su elección',
  saved: 'Su elección se ha guardado.',
};

const de: Texts = {
  title: 'Ihre Entscheidung über Cookies',
  intro:
    'Diese Website verwendet Cookies. Einige sind notwendig; die übrigen werden nur mit Ihrer Zustimmung verwendet. Sie können Ihre Meinung jederzeit ändern.',
  accept: 'Alle akzeptieren',
  refuse: 'Alle ablehnen',
  choose: 'Auswählen',
  save: 'Auswahl speichern',
  settings: 'Cookie-Einstellungen',
  settingsIntro:
    'Wählen Sie, was diese Website verwenden darf. Sie können dies jederzeit wieder ändern.',
  close: 'Schließen',
  policy: 'Cookie-Richtlinie lesen',
  alwaysOn: 'Immer aktiv',
  cookies: 'Cookies',
  provider: 'Anbieter',
  purpose: 'Zweck',
  duration: 'Dauer',
  signal:
    'Ihr Browser bittet Websites, Ihre Daten nicht weiterzugeben (Global Privacy Control). Ohne Ihre Zustimmung hier wird nichts Optionales verwendet.',
  receipt: 'Beleg Ihrer Entscheidung',
  saved: 'Ihre Entscheidung ist gespeichert.',
};

export const TEXTS: Record<Language, Texts> = { en, fr, es, de };
