// Like one of the oldest libraries: `Event` is its own collection of helpers, not a constructor.
window.Event = { observe() {}, stop() {} };
