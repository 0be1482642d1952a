import { consentTexts } from './consents/texts';

/** Sentences of the panel that name the product, in each of its languages. */
export const translations = {
  en: {
    ...consentTexts.en,
    'Auth.form.welcome.title': 'Welcome to Prospectus',
    'Auth.form.welcome.subtitle': 'Log in to your account',
    'Auth.form.register.subtitle':
      'Your account is only for this panel. Everything you save stays in your own database.',
    'Settings.permissions.users.listview.header.subtitle': 'Everyone who can use this panel',
    'app.components.LeftMenu.navbrand.title': 'Prospectus',
  },
  fr: {
    ...consentTexts.fr,
    'Auth.form.welcome.title': 'Bienvenue dans Prospectus',
    'Auth.form.welcome.subtitle': 'Connectez-vous à votre compte',
    'Auth.form.register.subtitle':
      'Votre compte ne sert qu’à ce panneau. Tout ce que vous enregistrez reste dans votre propre base de données.',
    'Settings.permissions.users.listview.header.subtitle':
      'Toutes les personnes qui peuvent utiliser ce panneau',
    'app.components.LeftMenu.navbrand.title': 'Prospectus',
  },
  es: {
    ...consentTexts.es,
    'Auth.form.welcome.title': 'Le damos la bienvenida a Prospectus',
    'Auth.form.welcome.subtitle': 'Inicie sesión en su cuenta',
    'Auth.form.register.subtitle':
      'Su cuenta solo sirve para este panel. Todo lo que guarde se queda en su propia base de datos.',
    'Settings.permissions.users.listview.header.subtitle':
      'Todas las personas que pueden usar este panel',
    'app.components.LeftMenu.navbrand.title': 'Prospectus',
  },
  de: {
    ...consentTexts.de,
    'Auth.form.welcome.title': 'Willkommen bei Prospectus',
    'Auth.form.welcome.subtitle': 'Melden Sie sich bei Ihrem Konto an',
    'Auth.form.register.subtitle':
      'Ihr Konto gilt nur für diese Oberfläche. Alles, was Sie speichern, bleibt in Ihrer eigenen Datenbank.',
    'Settings.permissions.users.listview.header.subtitle':
      'Alle, die diese Oberfläche benutzen können',
    'app.components.LeftMenu.navbrand.title': 'Prospectus',
  },
};
