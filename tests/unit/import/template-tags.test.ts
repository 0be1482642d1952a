import { resolveTemplateTags } from '../../../scripts/import/template-tags';

const fields: Record<string, string> = { lesson: 'Git' };

function resolve(text: string): string {
  return resolveTemplateTags(text, (name) => fields[name]).text;
}

it.each([
  ['{{< figure src="/a b.png" alt="A" >}}', '![A](/a%20b.png)'],
  ['{{< figure src="/a.png" caption="Words" >}}', '![Words](/a.png)\n\n*Words*'],
  ['{{< figure src="/a.png" alt="A" link="/b" />}}', '[![A](/a.png)](/b)'],
  ['{{< youtube dQw4w9 >}}', '[Video on YouTube](https://www.youtube.com/watch?v=dQw4w9)'],
  ['{{< vimeo id="12" >}}', '[Video on Vimeo](https://vimeo.com/12)'],
  ['{{< gist someone 12ab >}}', '[Code on GitHub](https://gist.github.com/someone/12ab)'],
  ['[x]({{< ref "/posts/a" >}})', '[x](/posts/a)'],
  ['{{% highlight go %}}\nx\n{{% /highlight %}}', '\n```go\n\nx\n\n```\n'],
  ['{% highlight ruby %}\nx\n{% endhighlight %}', '\n```ruby\n\nx\n\n```\n'],
  ['{% raw %}a{% endraw %}', 'a'],
  ['{{ page.lesson }} and {{page.lesson}}', 'Git and Git'],
  ['{{< param lesson >}}', 'Git'],
  ['![]({{ site.url }}{{ site.baseurl }}/a.png)', '![](/a.png)'],
  ["![]({{ '/a.png' | relative_url }})", '![](/a.png)'],
  ['![]({% link a.png %})', '![](/a.png)'],
  ["{% include alert text='Mind the gap.' %}", 'Mind the gap.'],
])('turns %s into plain Markdown', (text, expected) => {
  const resolved = resolveTemplateTags(text, (name) => fields[name]);
  expect(resolved.text).toBe(expected);
  expect(resolved.warnings).toEqual([]);
});

it.each([
  ['see [the rules]({{ site.rules }}).', 'see the rules.', 'the variable site.rules'],
  ['see [the rules]({{ site.rules }}#top).', 'see the rules.', 'the variable site.rules'],
  ['![a]({{ site.images }}/a.png)', '![a](/a.png)', 'the variable site.images'],
  ['[rules]: {{ site.rules }}', '[rules]: #', 'the variable site.rules'],
  ['<{{ site.contact }}>', '', 'the variable site.contact'],
  ['a {{< chart data="1" >}} b', 'a  b', 'the tag {{< chart >}}'],
  ['{% if x %}a{% endif %}', 'a', 'the tag {% if %}'],
  ['[a]({% link _posts/b.md %})', 'a', 'the tag {% link %}'],
])('leaves out what has no meaning here in %s', (text, expected, warning) => {
  const resolved = resolveTemplateTags(text, () => undefined);
  expect(resolved.text).toBe(expected);
  expect(resolved.warnings[0]).toContain(warning);
});

it.each([
  '```yaml\n{{ site.x }}\n```',
  '~~~\n{% if x %}\n~~~',
  '    {{ site.x }}',
  'write `{{ page.lesson }}` there',
  'write ``a ` {{ page.lesson }}`` there',
  '${{ github.token }}',
  'a set {{1, 2}, {3}}',
  'an {{ unclosed brace',
])('leaves %j as it is', (text) => {
  expect(resolve(text)).toBe(text);
});

it('does not take backticks of two paragraphs for a code span', () => {
  expect(resolve('a ` b\n\n{{ page.lesson }}\n\nc ` d')).toBe('a ` b\n\nGit\n\nc ` d');
});
