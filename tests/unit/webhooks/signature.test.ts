import fc from 'fast-check';
import { Webhook } from 'standardwebhooks';

import {
  newSecret,
  signatureHeader,
} from '../../../src/plugins/webhooks/server/src/message/signature';

const now = () => Math.floor(Date.now() / 1000);

function headers(id: string, timestamp: number, signature: string) {
  return {
    'webhook-id': id,
    'webhook-timestamp': String(timestamp),
    'webhook-signature': signature,
  };
}

describe('a secret', () => {
  it('is whsec_ and the base64 of 24 to 64 bytes, different each time', () => {
    const secrets = Array.from({ length: 50 }, newSecret);
    for (const secret of secrets) {
      expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]+=*$/);
      const { length } = Buffer.from(secret.slice('whsec_'.length), 'base64');
      expect(length).toBeGreaterThanOrEqual(24);
      expect(length).toBeLessThanOrEqual(64);
    }
    expect(new Set(secrets).size).toBe(50);
  });
});

describe('a signature', () => {
  it('is the one that Standard Webhooks gives as an example', () => {
    // The example of the reference libraries.
    const message = { id: 'msg_p5jXN8AQM9LWM0D4loKWxJek', timestamp: 1614265330 };
    const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
    const signature = signatureHeader({ ...message, body: '{"test": 2432232314}' }, [secret]);
    expect(signature).toBe('v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=');
  });

  it('is accepted by standardwebhooks for any text', () => {
    fc.assert(
      fc.property(fc.json(), fc.stringMatching(/^[a-zA-Z0-9_]{1,60}$/), (body, id) => {
        const [secret, timestamp] = [newSecret(), now()];
        const signature = signatureHeader({ id, timestamp, body }, [secret]);
        const verified = new Webhook(secret).verify(body, headers(id, timestamp, signature));
        expect(verified).toEqual(JSON.parse(body));
      }),
    );
  });

  it('is refused when a single character of body, id or time differs', () => {
    const secret = newSecret();
    const timestamp = now();
    const signature = signatureHeader({ id: 'msg_1', timestamp, body: '{}' }, [secret]);
    const judge = new Webhook(secret);
    expect(judge.verify('{}', headers('msg_1', timestamp, signature))).toEqual({});
    expect(() => judge.verify('{ }', headers('msg_1', timestamp, signature))).toThrow();
    expect(() => judge.verify('{}', headers('msg_2', timestamp, signature))).toThrow();
    expect(() => judge.verify('{}', headers('msg_1', timestamp + 1, signature))).toThrow();
  });

  it('is made with both secrets during a rotation, and accepted with either', () => {
    const [fresh, old, other] = [newSecret(), newSecret(), newSecret()];
    const timestamp = now();
    const signature = signatureHeader({ id: 'msg_1', timestamp, body: '{}' }, [fresh, old]);
    const sent = headers('msg_1', timestamp, signature);
    expect(signature).toMatch(/^v1,\S+ v1,\S+$/);
    expect(new Webhook(fresh).verify('{}', sent)).toEqual({});
    expect(new Webhook(old).verify('{}', sent)).toEqual({});
    expect(() => new Webhook(other).verify('{}', sent)).toThrow();
  });
});
