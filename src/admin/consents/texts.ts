/** The texts of the widget, in each language of the panel. */
export const consentTexts = {
  en: {
    'consents.title': 'Answers to the cookie notice',
    'consents.policy': 'Cookie policies',
    'consents.none': 'Nobody has answered in the last {days} days.',
    'consents.given': '{count, plural, one {# answer} other {# answers}} in the last {days} days',
    'consents.acceptedAll': 'Accepted all',
    'consents.refusedAll': 'Refused all',
    'consents.ownChoices': 'Own choices',
    'consents.withdrawn': 'Withdrawn',
    'consents.categories': 'Accepted, by category',
    'consents.share': '{share} ({accepted} of {asked})',
  },
  fr: {
    'consents.title': 'Réponses au bandeau de cookies',
    'consents.policy': 'Politiques de cookies',
    'consents.none': 'Personne n’a répondu au cours des {days} derniers jours.',
    'consents.given':
      '{count, plural, one {# réponse} other {# réponses}} au cours des {days} derniers jours',
    'consents.acceptedAll': 'Tout accepté',
    'consents.refusedAll': 'Tout refusé',
    'consents.ownChoices': 'Choix personnels',
    'consents.withdrawn': 'Retirées',
    'consents.categories': 'Acceptation par catégorie',
    'consents.share': '{share} ({accepted} sur {asked})',
  },
  es: {
    'consents.title': 'Respuestas al aviso de cookies',
    'consents.policy': 'Políticas de cookies',
    'consents.none': 'Nadie ha respondido en los últimos {days} días.',
    'consents.given':
      '{count, plural, one {# respuesta} other {# respuestas}} en los últimos {days} días',
    'consents.acceptedAll': 'Todo aceptado',
    'consents.refusedAll': 'Todo rechazado',
    'consents.ownChoices': 'Elección propia',
    'consents.withdrawn': 'Retiradas',
    'consents.categories': 'Aceptación por categoría',
    'consents.share': '{share} ({accepted} de {asked})',
  },
  de: {
    'consents.title': 'Antworten auf den Cookie-Hinweis',
    'consents.policy': 'Cookie-Richtlinien',
    'consents.none': 'In den letzten {days} Tagen hat niemand geantwortet.',
    'consents.given':
      '{count, plural, one {# Antwort} other {# Antworten}} in den letzten {days} Tagen',
    'consents.acceptedAll': 'Alles angenommen',
    'consents.refusedAll': 'Alles abgelehnt',
    'consents.ownChoices': 'Eigene Auswahl',
    'consents.withdrawn': 'Widerrufen',
    'consents.categories': 'Zustimmung je Kategorie',
    'consents.share': '{share} ({accepted} von {asked})',
  },
};
