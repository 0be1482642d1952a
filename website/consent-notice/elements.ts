/** Attributes of an element; one that is undefined or false is left out. */
type Attributes = Record<string, string | boolean | undefined>;

type Child = Node | string | undefined;

/**
 * Makes an element. Texts become text, never HTML: a policy's are not ours.
 * @param tag its name
 * @param attributes those of its tag
 * @param children what is undefined is left out
 */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: Child[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes))
    if (value !== undefined && value !== false)
      made.setAttribute(name, value === true ? '' : value);
  made.append(...children.filter((child) => child !== undefined));
  return made;
}

/** A button that does something. */
export function button(label: string, onClick: () => void, attributes: Attributes = {}) {
  const made = element('button', { type: 'button', ...attributes }, label);
  made.addEventListener('click', onClick);
  return made;
}
