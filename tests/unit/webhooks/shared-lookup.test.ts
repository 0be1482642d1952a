import {
  sharedLookup,
  type ResolveName,
} from '../../../src/plugins/webhooks/server/src/sending/shared-lookup';

const all = { all: true } as const;
const found = [{ address: '8.8.8.8', family: 4 }];

describe('look-ups of one name at the same time', () => {
  it('ask once, and all learn the answer', () => {
    const resolveName = jest.fn<ReturnType<ResolveName>, Parameters<ResolveName>>();
    const lookup = sharedLookup(resolveName);
    const callback = jest.fn();
    for (let count = 0; count < 20; count += 1) lookup('www.example.com', all, callback);
    lookup('other.example.com', all, jest.fn());
    expect(resolveName).toHaveBeenCalledTimes(2);

    resolveName.mock.calls[0]?.[2](null, found);
    expect(callback.mock.calls).toEqual(Array.from({ length: 20 }, () => [null, found]));
  });

  it('are asked anew afterwards, also when they failed', () => {
    const resolveName = jest.fn<ReturnType<ResolveName>, Parameters<ResolveName>>();
    const lookup = sharedLookup(resolveName);
    const callback = jest.fn();
    lookup('www.example.com', all, callback);
    const error = new Error('EAI_AGAIN');
    resolveName.mock.calls[0]?.[2](error, []);
    expect(callback).toHaveBeenCalledWith(error, []);
    lookup('www.example.com', all, callback);
    expect(resolveName).toHaveBeenCalledTimes(2);
  });
});
