import type { TextId } from './en';

/** The page's texts in French. */
export const texts: Record<TextId, string> = {
  title: 'Confidentialité',
  subtitle: 'Ce qui est conservé sur les personnes, combien de temps, et ce qui le protège',
  loading: 'Chargement…',
  cancel: 'Annuler',
  'person.title': 'Les données d’une personne',
  'person.email': 'Adresse e-mail',
  'person.hint': 'L’adresse entière ; majuscules ou minuscules, peu importe.',
  'person.find': 'Rechercher',
  'person.held': 'Ce qui est conservé',
  'person.nothing': 'Rien n’est conservé sur cette adresse.',
  'person.download': 'Tout télécharger',
  erase: 'Effacer…',
  'erase.title': 'Effacer cette personne',
  'erase.explanation':
    'Tout ce qui est listé est effacé d’un coup et pour toujours, ici et dans les messages conservés. Les systèmes qui l’ont reçu sont avertis.',
  'erase.confirmation': 'Saisissez l’adresse encore une fois',
  'erase.confirm': 'Effacer pour toujours',
  'erase.done': 'Tout a été effacé.',
  'erase.receipt':
    'Téléchargez le reçu maintenant : il prouve l’effacement et n’est conservé en entier nulle part ailleurs.',
  'erase.download': 'Télécharger le reçu',
  'retention.title': 'Conservation',
  'retention.policy':
    '{name} : effacé {after} (ISO 8601) après le dernier contact, annoncé ici {days, plural, one {# jour} other {# jours}} avant.',
  'retention.never': 'Aucun passage nocturne n’a encore eu lieu.',
  'retention.last': 'Dernier passage : {at}',
  'retention.found':
    '{name} : {due, number} à effacer, dont {announced, number} nouveaux, {erased, number} effacés',
  'retention.nothing': 'Rien n’est à effacer.',
  'retention.due': 'À effacer',
  'retention.document': 'Document',
  'retention.last-needed': 'Dernier contact',
  'retention.announced': 'Annoncé',
  'retention.erasable': 'Effacé à partir du',
  'keys.title': 'Clés',
  'keys.id': 'Clé',
  'keys.state': 'État',
  'keys.values': 'Valeurs',
  'keys.newest': 'Chiffre et déchiffre',
  'keys.former': 'Déchiffre',
  'keys.missing': 'Absente de PRIVACY_KEYS',
};
