// Before anything else: the style sheet and the cookie notice go by the page's language.
document.documentElement.lang =
  new URLSearchParams(location.search).get('locale') === 'fr' ? 'fr' : 'en';
