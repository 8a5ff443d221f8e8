// As one of the oldest libraries did: `Event` is its own collection of helpers, no constructor.
window.Event = { observe() {}, stop() {} };
