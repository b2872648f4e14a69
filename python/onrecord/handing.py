"""What a function that calls back gives, one after the other."""
import queue
import threading

WAITING = 64     # things that are made before somebody takes them


class NobodyTakes(Exception):
    """Raised in the function that makes things when nobody wants more of them."""


def handed(work):
    """Yields what `work(hand)` hands over by hand(thing), while it goes on in a thread of its own; what it raises is raised here."""
    waiting, stopped, end = queue.Queue(WAITING), threading.Event(), object()

    def put(thing):
        while not stopped.is_set():
            try:
                return waiting.put(thing, timeout=0.1)
            except queue.Full:
                pass
        raise NobodyTakes

    def run():
        try:
            work(lambda thing: put((thing, None)))
            put((end, None))
        except NobodyTakes:
            pass
        except BaseException as failure:
            try:
                put((end, failure))
            except NobodyTakes:
                pass

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    try:
        while True:
            thing, failure = waiting.get()
            if failure is not None:
                raise failure
            if thing is end:
                return
            yield thing
    finally:
        stopped.set()
        thread.join()
