/** Work under one name, one after the other. Of what waits only the newest is done: it makes the others' work undone anyway. */
export type NewestInTurn = <T>(name: string, work: () => Promise<T>) => Promise<T | 'overtaken'>;

type Place = { overtake: () => void; next: (() => Promise<void>) | undefined };

/** `turn` resolves when the next may begin, wherever it is: until then it can still be overtaken. */
export function newestInTurn(turn: () => Promise<void> = async () => undefined): NewestInTurn {
  const places = new Map<string, Place>();

  /** Never rejects: what fails is told to whoever asked for it. */
  async function drain(name: string, place: Place): Promise<void> {
    while (place.next) {
      await turn();
      const { next } = place;
      place.next = undefined;
      await next?.();
    }
    places.delete(name);
  }

  return <T>(name: string, work: () => Promise<T>) =>
    new Promise<T | 'overtaken'>((resolve, reject) => {
      const next = () => work().then(resolve, reject);
      const overtake = () => resolve('overtaken');
      const place = places.get(name);
      if (place) {
        if (place.next) place.overtake();
        Object.assign(place, { overtake, next });
        return;
      }
      const begun: Place = { overtake, next };
      places.set(name, begun);
      void drain(name, begun);
    });
}
