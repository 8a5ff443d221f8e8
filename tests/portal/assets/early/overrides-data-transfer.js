window.DataTransfer = function DataTransfer() {
  throw new Error('This page makes no DataTransfer');
};
