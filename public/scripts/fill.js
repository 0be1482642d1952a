import { locale } from './api.js';

/** Templates that several pages share, by name. */
const parts = new DOMParser().parseFromString(
  await fetch('/parts.html').then((response) => response.text()),
  'text/html',
);

function valueAt(data, path) {
  return path.split('.').reduce((value, key) => value?.[key], data);
}

function isEmpty(value) {
  return (
    value === undefined || value === null || value === '' || value === false || value.length === 0
  );
}

/** How one attribute of an element is bound to a value. */
const BINDINGS = {
  if: () => undefined,
  text: (target, value) => (target.textContent = value),
  // Sanitized by the API, which made it from an editor's Markdown.
  html: (target, value) => (target.innerHTML = value),
  href: (target, value) => (target.href = value),
  class: (target, value) => target.classList.add(value),
  label: (target, value) => target.setAttribute('aria-label', value),
  picture: (target, media) => {
    const { url, width, height } = media.formats?.[target.dataset.size] ?? media;
    Object.assign(target, { src: url, width, height });
    if (!target.hasAttribute('alt')) target.alt = media.alternativeText ?? '';
  },
};

/**
 * Fills in a piece of a page. `data-text="title"` and its like bind an element to a value, and
 * remove it where there is none; `<template data-each="items">` is repeated for each item, with the
 * content of the shared template that `data-part` names, if any; `data-fr` is an English word's
 * French.
 */
export function fill(root, data) {
  for (const target of root.querySelectorAll('[data-fr]')) {
    if (locale === 'fr') target.textContent = target.dataset.fr;
  }
  for (const [name, bind] of Object.entries(BINDINGS)) {
    for (const target of root.querySelectorAll(`[data-${name}]`)) {
      const value = valueAt(data, target.dataset[name]);
      if (isEmpty(value)) target.remove();
      else bind(target, value);
    }
  }
  for (const list of root.querySelectorAll('template[data-each]')) {
    const items = [valueAt(data, list.dataset.each) ?? []].flat();
    const { content } = list.dataset.part ? parts.getElementById(list.dataset.part) : list;
    const copies = items.map((item) =>
      fill(document.importNode(content, true), typeof item === 'object' ? item : { value: item }),
    );
    list.replaceWith(...copies);
  }
  return root;
}
