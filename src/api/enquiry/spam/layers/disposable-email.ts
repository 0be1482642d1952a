import mailChecker from 'mailchecker';
import { domainToASCII } from 'node:url';
import type { Layer } from '../facts';

/** A domain and all domains that it is part of: `a.b.example`, `b.example`, `example`. */
function withParents(domain: string): string[] {
  const labels = domain.split('.');
  return labels.map((_, index) => labels.slice(index).join('.'));
}

/** The domain of an e-mail address as lists write it: lower case, in ASCII (RFC 5891). */
function domainOf(email: string): string {
  return domainToASCII(email.slice(email.lastIndexOf('@') + 1).replace(/\.$/, ''));
}

/** The e-mail address is one of those that are thrown away after minutes. */
export const disposableEmail: Layer = ({ email }, _facts, { points, forwardingServices }) => {
  const domains = withParents(domainOf(email));
  if (domains.some((domain) => forwardingServices.includes(domain))) return undefined;
  const disposable = mailChecker.blacklist();
  return domains.some((domain) => disposable.has(domain))
    ? { reason: 'disposable-email', points: points['disposable-email'] }
    : undefined;
};
