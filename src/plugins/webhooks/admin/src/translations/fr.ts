import type { Texts } from './en';

/** Les textes de la page en français. */
export const texts: Texts = {
  title: 'Webhooks',
  subtitle:
    'D’autres systèmes sont informés des demandes : messages signés, conservés et répétés jusqu’à leur arrivée',
  sections: 'Webhooks',
  actions: 'Actions',
  cancel: 'Annuler',
  clear: 'Effacer',
  close: 'Fermer',
  loading: 'Chargement…',
  'try-again': 'Réessayer',
  'load.failed': 'Le chargement a échoué : {reason}',
  'copy.done': 'Copié dans le presse-papiers',
  'copy.refused':
    'Le navigateur n’a pas permis la copie. Sélectionnez le texte et copiez-le vous-même.',
  'moment.date': '{label} : date',
  'moment.time': '{label} : heure',

  'event.enquiry.created': 'Demande reçue',
  'event.enquiry.updated': 'Demande modifiée',
  'event.enquiry.erased': 'Demande effacée',
  'state.waiting': 'En attente',
  'state.parked': 'Mise de côté',
  'state.delivered': 'Remise',
  'state.dead': 'Échouée',

  'endpoints.title': 'Destinataires',
  'endpoints.create': 'Créer un destinataire',
  'endpoints.none.title': 'Aucun destinataire',
  'endpoints.none.explanation':
    'Un destinataire est l’adresse d’un autre système, par exemple votre CRM ou votre lettre d’information. Il reçoit un message signé dès qu’une demande arrive, change ou est effacée.',
  'endpoints.none.promise':
    'Aucun message n’est perdu : chacun est enregistré avec la demande, tenté dix fois en trois jours et conservé pour que vous puissiez le renvoyer.',

  'endpoint.name': 'Destinataire',
  'endpoint.events': 'Événements',
  'endpoint.state': 'État',
  'endpoint.last-success': 'Dernier succès',
  'endpoint.health': 'Santé',
  'endpoint.pending': 'Non arrivées',
  'endpoint.enabled': 'Actif',
  'endpoint.disabled': 'Inactif',
  'endpoint.switch': 'Envoyer à {name}',
  'endpoint.enabled-now':
    '{name} est actif. {parked, plural, =0 {Rien n’était de côté.} one {# remise mise de côté est envoyée maintenant.} other {# remises mises de côté sont envoyées maintenant.}}',
  'endpoint.disabled-now':
    '{name} est inactif. Ce qui se passe entre-temps est mis de côté pour lui.',
  'endpoint.disabled-because.manual': 'Quelqu’un l’a désactivé ici.',
  'endpoint.disabled-because.gone': 'Il a répondu 410 Gone : il ne veut plus de messages.',
  'endpoint.disabled-because.secret-unreadable':
    'Son secret est illisible, car la clé de chiffrement du serveur a changé. Renouvelez le secret, puis activez le destinataire.',
  'endpoint.disabled-since': 'Inactif depuis le',
  'endpoint.disabled-means': 'Les remises sont mises de côté jusqu’à son activation.',
  'endpoint.paused': 'En pause ; reprise',
  'endpoint.paused-by-receiver':
    'Le destinataire a demandé une pause (Retry-After). Les remises reprennent le',
  'endpoint.edit': 'Modifier {name}',
  'endpoint.show': 'Afficher {name}',
  'endpoint.show-deliveries': 'Remises à {name}',

  'health.last-success': 'Dernier succès',
  'health.last-failure': 'Dernier échec',
  'health.day': 'Dernières 24 heures',
  'health.no-success': 'Pas encore de succès',
  'health.no-failure': 'Aucun',
  'health.no-attempts': 'Aucune tentative en 24 heures',
  'health.failure-rate': '{share} d’échecs en 24 heures',
  'health.no-attempts-of-day': 'Aucune tentative',
  'health.failure-rate-of-day': '{share} des tentatives ont échoué',
  'health.nothing-pending': 'Rien',
  'health.waiting': '{count, number} en attente',
  'health.parked': '{count, number} de côté',
  'health.dead': '{count, number} en échec',
  'health.all-deliveries': 'Toutes les remises à ce destinataire',

  'create.title': 'Créer un destinataire',
  'create.subtitle': 'Les remises commencent au prochain événement',
  'form.title': 'Réglages',
  'form.create': 'Créer',
  'form.save': 'Enregistrer',
  'form.saved': 'Enregistré',
  'form.name': 'Nom',
  'form.name.hint': 'Comment vous l’appelez, par exemple d’après le système concerné',
  'form.url': 'Adresse',
  'form.url.hint': 'Où les messages sont envoyés par POST ; elle commence par https://',
  'form.event-types': 'Événements',
  'form.event-types.hint': 'Au moins un',
  'form.personal-data': 'Envoyer les données personnelles',
  'form.personal-data.without':
    'Les messages disent de quelle demande il s’agit, pas qui l’a envoyée : ni nom, ni adresse électronique, ni téléphone, ni entreprise, ni texte.',
  'form.personal-data.warning':
    'Le nom, l’adresse électronique, le téléphone, l’entreprise et le texte de chaque demande quittent ce système. Ne les envoyez qu’à un système qui a le droit de les recevoir et qui les protège ; ce qui a été envoyé ne peut être repris.',
  'form.enabled': 'Actif',
  'form.enabled.hint':
    'Tant qu’il est inactif, les remises sont mises de côté ; elles sont envoyées à sa réactivation',

  'guide.title': 'Ce que fait le destinataire',
  'guide.check':
    'Il vérifie la signature avec le secret qui vous sera montré, à l’aide d’une bibliothèque Standard Webhooks dans son langage.',
  'guide.answer':
    'Il répond par un statut de 200 à 299 en moins de 15 secondes, et travaille ensuite.',
  'guide.repeated':
    'Il ignore un message dont il connaît déjà l’en-tête webhook-id : après un échec, le même peut venir deux fois.',
  'guide.gone': 'Il répond 410 pour ne plus rien recevoir.',

  'secret.title': 'Secret de signature',
  'secret.use':
    'Avec ce secret, le destinataire vérifie qu’un message est authentique, comme le décrit Standard Webhooks. Gardez-le comme un mot de passe.',
  'secret.show': 'Afficher',
  'secret.hide': 'Masquer',
  'secret.copy': 'Copier le secret',
  'secret.created': 'Le destinataire est prêt',
  'secret.rotated': 'Le nouveau secret',
  'secret.find-again':
    'Vous le retrouverez sur la page du destinataire, sous « Secret de signature ».',
  'secret.previous-until': 'Le secret précédent signe aussi jusqu’au',
  'secret.done': 'Terminé',
  rotate: 'Renouveler',
  'rotate.title': 'Renouveler le secret ?',
  'rotate.overlap':
    'Un nouveau secret est créé. Pendant 24 heures, chaque message porte deux signatures, du nouveau secret et de l’actuel, afin que rien ne soit refusé pendant que vous changez le destinataire.',
  'rotate.then': 'Après 24 heures, seul le nouveau secret est valable.',
  'rotate.again':
    'Le dernier renouvellement n’est pas terminé : le secret qui précède l’actuel cesse aussitôt d’être valable.',
  'rotate.confirm': 'Renouveler le secret',

  'test.title': 'Essai',
  'test.of': 'Essai de {name}',
  'test.open': 'Envoyer un événement d’essai à {name}',
  'test.explanation':
    'Envoie maintenant un événement signé de type webhook.test. Il n’est ni conservé ni répété.',
  'test.send': 'Envoyer un événement d’essai',
  'test.sending': 'Envoi…',
  'test.send-again': 'Envoyer encore',

  'replay.title': 'Renvoyer',
  'replay.explanation':
    'Pour ce que le destinataire a manqué. Chaque message garde son identifiant ; un destinataire qui le connaît peut l’ignorer.',
  'replay.dead-count':
    '{count, plural, =0 {Aucune remise n’a échoué.} one {# remise a échoué à chaque tentative.} other {# remises ont échoué à chaque tentative.}}',
  'replay.dead': 'Renvoyer les remises échouées',
  'replay.dead.title': 'Renvoyer les remises échouées ?',
  'replay.dead.means':
    '{count, plural, one {# remise est tentée} other {# remises sont tentées}} de nouveau depuis le début du calendrier.',
  'replay.span': 'Renvoyer une période',
  'replay.span.title': 'Renvoyer une période',
  'replay.span.means':
    'Chaque remise d’un événement de cette période est renvoyée, y compris celles qui sont arrivées.',
  'replay.span.backwards': 'La fin doit être après le début.',
  'replay.confirm': 'Renvoyer',
  'replay.done':
    '{count, plural, =0 {Il n’y avait rien à renvoyer.} one {# remise est renvoyée.} other {# remises sont renvoyées.}}',

  delete: 'Supprimer',
  'delete.title': 'Supprimer {name} ?',
  'delete.loses':
    'Son secret, ses remises et toutes leurs tentatives sont supprimés définitivement. Les autres destinataires ne sont pas touchés.',
  'delete.unsent':
    '{count, plural, one {# remise qui n’est pas arrivée ne sera jamais envoyée.} other {# remises qui ne sont pas arrivées ne seront jamais envoyées.}}',
  'delete.rather': 'Pour suspendre les remises, désactivez plutôt le destinataire.',
  'delete.confirm': 'Supprimer le destinataire',
  'delete.done': '{name} est supprimé',

  'deliveries.title': 'Remises',
  'deliveries.refresh': 'Actualiser',
  'deliveries.none': 'Il ne s’est encore rien passé dont un destinataire veuille être informé.',
  'deliveries.refreshed': 'La liste est à jour.',
  'deliveries.none-on-page': 'Il n’y a pas de remises sur cette page.',
  'deliveries.none-found': 'Aucune remise ne correspond aux filtres.',
  filters: 'Filtres',
  'filter.all': 'Tous',
  'filter.endpoint': 'Destinataire',
  'filter.state': 'État',
  'filter.type': 'Événement',
  'filter.from': 'Du',
  'filter.to': 'Jusqu’au',
  'filter.clear': 'Effacer les filtres',

  'delivery.title': 'Remise de {type}',
  'delivery.to': 'Remise à {name}',
  'delivery.event': 'Événement',
  'delivery.endpoint': 'Destinataire',
  'delivery.state': 'État',
  'delivery.attempts': 'Tentatives',
  'delivery.last-answer': 'Dernière réponse',
  'delivery.facts': 'Remise',
  'delivery.occurred-at': 'Survenu le',
  'delivery.webhook-id': 'webhook-id',
  'delivery.personal-data': 'Données personnelles',
  'delivery.personal-data.sent': 'Envoyées',
  'delivery.personal-data.none': 'Aucune',
  'delivery.show': 'Afficher la remise',
  'delivery.next-attempt': 'Prochaine tentative',
  'delivery.in-turn': 'quand son tour viendra',
  'delivery.not-attempted': 'Pas encore tentée',
  'delivery.replay': 'Renvoyer',
  'delivery.replayed.waiting': 'La remise est renvoyée.',
  'delivery.replayed.parked':
    'Le destinataire est inactif : la remise est mise de côté jusqu’à son activation.',
  'delivery.then.waiting': 'Prochaine tentative',
  'delivery.then.parked': 'Mise de côté jusqu’à l’activation du destinataire',
  'delivery.then.dead': 'Plus aucune tentative : toutes celles du calendrier ont échoué',

  'attempt.number': 'Tentative {number}',
  'attempt.succeeded': 'Succès',
  'attempt.failed': 'Échec',
  'attempt.status': 'HTTP {status}',
  'attempt.no-answer': 'Pas de réponse',
  'attempt.answer': 'Premier kilo-octet de la réponse',

  'request.title': 'Requête',
  'request.what-was-sent': 'Ce qui a été envoyé',
  'request.headers': 'En-têtes',
  'request.body': 'Corps',
  'request.exact-bytes': 'Octets exacts',
  'request.copy-body': 'Copier le corps',
  'request.reduced':
    'Les données personnelles sont omises ici, car vous n’avez pas le droit de les lire. Elles sont envoyées ; le corps ci-dessous n’est donc pas celui qui est signé.',
};
