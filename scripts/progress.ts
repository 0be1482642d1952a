import { SingleBar } from 'cli-progress';

/** Shows how far a run is. */
export interface Progress {
  /** One more is done with. */
  advance: () => void;
  /** So many are done with by now. */
  reach: (value: number) => void;
  stop: () => void;
}

/** How often a line is printed where no bar can be drawn, in milliseconds. */
const LINE_INTERVAL = 5000;

const FORMAT = '{bar} {value}/{total} · {rate}/s · {left} left';

/** Seconds as people say them, such as `1 min 5 s`. */
function duration(seconds: number): string {
  if (!Number.isFinite(seconds)) return '–';
  const whole = Math.ceil(seconds);
  return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`;
}

/** Counts, and works out how fast it goes. */
class Pace {
  value = 0;
  readonly #start = performance.now();

  constructor(readonly total: number) {}

  describe() {
    const perSecond = (this.value / (performance.now() - this.#start)) * 1000;
    return { rate: perSecond.toFixed(0), left: duration((this.total - this.value) / perSecond) };
  }
}

function showBar(pace: Pace, stream: NodeJS.WriteStream): Progress {
  const bar = new SingleBar({
    format: FORMAT,
    stream,
    barCompleteChar: '█',
    barIncompleteChar: '░',
    barsize: 30,
    hideCursor: true,
    // The command decides itself what an interrupt does.
    gracefulExit: false,
  });
  bar.start(pace.total, 0, pace.describe());
  const reach = (value: number) => {
    pace.value = value;
    bar.update(value, pace.describe());
  };
  return {
    advance: () => reach(pace.value + 1),
    reach,
    stop: () => {
      bar.stop();
    },
  };
}

function showLines(pace: Pace, stream: NodeJS.WriteStream): Progress {
  const timer = setInterval(() => {
    const { rate, left } = pace.describe();
    stream.write(`${pace.value}/${pace.total} · ${rate}/s · ${left} left\n`);
  }, LINE_INTERVAL);
  stream.write(`0/${pace.total}\n`);
  timer.unref();
  return {
    advance: () => {
      pace.value += 1;
    },
    reach: (value) => {
      pace.value = value;
    },
    stop: () => {
      clearInterval(timer);
    },
  };
}

/**
 * Begins to show progress: a bar with rate and time left on a terminal, a line now and then elsewhere.
 * @param total how many there are to do
 */
export function showProgress(total: number, stream: NodeJS.WriteStream): Progress {
  const pace = new Pace(total);
  return stream.isTTY ? showBar(pace, stream) : showLines(pace, stream);
}
